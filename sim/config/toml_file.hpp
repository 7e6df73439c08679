#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/config/toml_table.hpp"

/// \file sim/config/toml_file.hpp
/// A scenario file with the files it extends and the overrides laid over it.

namespace sim {

/// A TOML file, read and resolved; its values are read through root().
///
/// With `extends = "other.toml"` at its top a file lies over another, key by key: sections merge,
/// everything else is replaced, lists of sections as a whole. Copies share one tree.
class TomlFile {
  public:
    /// Read a file and all that it extends (up to 8, paths relative to the extending file).
    /// \throws InputError if a file is missing, unreadable, empty, over 16 MiB, not UTF-8 or not
    ///         TOML, or if files extend each other in a circle.
    [[nodiscard]] static TomlFile load(std::filesystem::path const& path);

    /// Read text as if it were a file.
    /// \param name    What messages call it.
    /// \param folder  What relative paths in it are relative to.
    /// \throws InputError as load().
    [[nodiscard]] static TomlFile parse(std::string_view text, std::string name,
                                        std::filesystem::path folder = {});

    /// Set one value from the command line: `attack.rate=0.3`. The value is TOML; text needs no
    /// quotes where the file has text. Elements of lists of sections go by number, from 0:
    /// `edit.0.on=true`. A key that nobody asks for is reported by TomlTable::finish(). Relative
    /// paths given so are relative to the working folder.
    /// \pre  No TomlTable of this file exists.
    /// \throws InputError if it is not `key=value`, or the key leads through a plain value.
    void apply_override(std::string_view assignment);

    /// A copy with a tree of its own, in which no key is known yet. Faster than reading again.
    [[nodiscard]] TomlFile clone() const;

    /// The whole file as a table.
    [[nodiscard]] TomlTable root() const;

    /// The resolved file as canonical TOML, sorted, without `extends`: what the run was given. The
    /// same values give the same text. Paths stand as written, relative to their own files.
    [[nodiscard]] std::string resolved_text() const;

    /// Values in which this file differs from another, each as `key = value (was other)`; sorted by
    /// key. Lists, those of sections too, are one value.
    [[nodiscard]] std::vector<std::string> differences_from(TomlFile const& other) const;

    /// Every file read: the first, what it extends, what that extends. Empty for parsed text that
    /// extends nothing.
    [[nodiscard]] std::vector<std::filesystem::path> const& files() const noexcept {
        return files_;
    }

  private:
    TomlFile(std::shared_ptr<TomlNode> root, std::vector<std::filesystem::path> files);

    std::shared_ptr<TomlNode> root_;
    std::vector<std::filesystem::path> files_;
};

}  // namespace sim
