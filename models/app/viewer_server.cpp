#include "models/app/viewer_server.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <httplib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include "sim/base/check.hpp"

namespace models {

namespace {

constexpr char const* loopback = "127.0.0.1";

// A file as it was when it was checked: replacing it on the disk changes nothing here.
class ServedFile {
  public:
    explicit ServedFile(std::filesystem::path const& path)
        : descriptor_{::open(path.c_str(), O_RDONLY | O_CLOEXEC)} {
        struct stat about {};
        if (descriptor_ < 0 || ::fstat(descriptor_, &about) != 0) {
            throw sim::IoError(path.string() + ": cannot be opened.");
        }
        size_ = static_cast<std::size_t>(about.st_size);
    }
    ~ServedFile() { ::close(descriptor_); }
    ServedFile(ServedFile&&) = delete;
    ServedFile& operator=(ServedFile&&) = delete;

    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    // Send the next bytes of a range, or say that it cannot be.
    bool send(std::size_t offset, std::size_t length, httplib::DataSink& sink) const {
        std::vector<char> bytes(std::min<std::size_t>(length, 1 << 18));
        auto const got =
            ::pread(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        return got > 0 && sink.write(bytes.data(), static_cast<std::size_t>(got));
    }

  private:
    int descriptor_;
    std::size_t size_ = 0;
};

// 128 bits from the system, in hexadecimal.
std::string random_token() {
    std::random_device source;
    std::string token;
    for (int i = 0; i < 4; ++i) token += fmt::format("{:08x}", source());
    return token;
}

sigset_t stop_signals() {
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGINT);
    ::sigaddset(&signals, SIGTERM);
    return signals;
}

}  // namespace

struct ViewerServer::State {
    httplib::Server server;
    std::vector<std::unique_ptr<ServedFile>> files;
    std::string page;
    std::string address;
};

ViewerServer::ViewerServer(std::string page, std::vector<std::filesystem::path> const& files,
                           int port)
    : state_{std::make_unique<State>()} {
    auto& [server, served, text, address] = *state_;
    for (auto const& file : files) served.push_back(std::make_unique<ServedFile>(file));
    text = std::move(page);
    // Without SO_REUSEPORT, which the library sets, two programs could share one port.
    server.set_socket_options([](socket_t socket) {
        int const yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    int const taken = port == 0                             ? server.bind_to_any_port(loopback)
                      : server.bind_to_port(loopback, port) ? port
                                                            : -1;
    sim::require(taken > 0,
                 fmt::format("--port {}: the port is not free. Give another, or none.", port));
    auto const host = fmt::format("{}:{}", loopback, taken);
    auto const folder = "/" + random_token() + "/";
    address = "http://" + host + folder;

    server.set_default_headers({{"Cache-Control", "no-store"},
                                {"Cross-Origin-Resource-Policy", "same-origin"},
                                {"Referrer-Policy", "no-referrer"},
                                {"X-Content-Type-Options", "nosniff"},
                                {"X-Frame-Options", "DENY"}});
    server.set_pre_routing_handler(
        [host](httplib::Request const& request, httplib::Response& response) {
            if (request.get_header_value("Host") == host) {
                return httplib::Server::HandlerResponse::Unhandled;
            }
            response.status = 403;
            return httplib::Server::HandlerResponse::Handled;
        });
    server.Get(folder, [&text = text](httplib::Request const&, httplib::Response& response) {
        response.set_content(text, "text/html; charset=utf-8");
    });
    for (std::size_t i = 0; i < served.size(); ++i) {
        server.Get(fmt::format("{}file/{}", folder, i),
                   [&file = *served[i]](httplib::Request const&, httplib::Response& response) {
                       response.set_content_provider(file.size(), "application/x-hdf5",
                                                     [&file](std::size_t offset, std::size_t length,
                                                             httplib::DataSink& sink) {
                                                         return file.send(offset, length, sink);
                                                     });
                   });
    }
}

ViewerServer::~ViewerServer() = default;

std::string const& ViewerServer::address() const noexcept {
    return state_->address;
}

void ViewerServer::run_until_signal() {
    std::atomic<bool> has_ended = false;
    std::thread listening{[this, &has_ended] {
        state_->server.listen_after_bind();
        has_ended = true;
    }};
    auto const signals = stop_signals();
    int which = 0;
    ::sigwait(&signals, &which);
    // A server that does not run yet cannot be stopped, and would then never stop.
    while (!state_->server.is_running() && !has_ended) {
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    state_->server.stop();
    listening.join();
}

void block_stop_signals() {
    auto const signals = stop_signals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}  // namespace models
