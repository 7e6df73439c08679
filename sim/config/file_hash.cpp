#include "sim/config/file_hash.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "sim/base/check.hpp"

namespace sim {
namespace {

/// A SHA-256 in the making.
class Sha256 {
  public:
    Sha256() : context_{EVP_MD_CTX_new()} {
        expect(context_ != nullptr &&
               EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
    }

    void add(std::string_view bytes) {
        expect(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
    }

    std::string finish() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned length = 0;
        expect(EVP_DigestFinal_ex(context_.get(), digest.data(), &length) == 1);
        constexpr std::string_view digits = "0123456789abcdef";
        std::string text;
        for (unsigned i = 0; i < length; ++i) {
            text += digits[digest[i] >> 4U];
            text += digits[digest[i] & 15U];
        }
        return text;
    }

  private:
    struct Free {
        void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
    };

    static void expect(bool done) {
        if (!done) throw std::runtime_error("the cryptographic library refuses to compute SHA-256");
    }

    std::unique_ptr<EVP_MD_CTX, Free> context_;
};

}  // namespace

std::string sha256_of_text(std::string_view text) {
    Sha256 hash;
    hash.add(text);
    return hash.finish();
}

std::string sha256_of_file(std::filesystem::path const& path, std::uintmax_t most) {
    std::error_code ignored;  // whatever it is, the file is not one we can read
    std::ifstream stream{path, std::ios::binary};
    require(std::filesystem::is_regular_file(path, ignored) && stream.good(),
            path.string() + ": the file cannot be read. Check the path and its permissions.");
    Sha256 hash;
    std::vector<char> block(std::size_t{1} << 16U);
    while (most > 0) {
        auto const wanted = std::min<std::uintmax_t>(block.size(), most);
        stream.read(block.data(), static_cast<std::streamsize>(wanted));
        auto const count = static_cast<std::size_t>(stream.gcount());
        if (count == 0) break;
        hash.add({block.data(), count});
        most -= count;
    }
    require(!stream.bad(), path.string() + ": the file cannot be read. Check the disk.");
    return hash.finish();
}

}  // namespace sim
