#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

/// \file models/app/viewer_server.hpp
/// A small server for one page and the result files that it shows, for this computer only.
///
/// It listens on 127.0.0.1. Every path begins with 128 random bits, so that other users of the
/// machine do not find the files, and answers only to its own name, so that pages from elsewhere
/// cannot ask through the browser. Paths are compared with a list; none is ever a path of the disk.

namespace models {

class ViewerServer {
  public:
    /// Open the files and take a port.
    /// \param page   What is sent as the page; it asks for `file/0`, `file/1`, ...
    /// \param port   0: any that is free.
    /// \throws IoError if a file cannot be opened. \throws InputError if the port is not free.
    ViewerServer(std::string page, std::vector<std::filesystem::path> const& files, int port);
    ~ViewerServer();
    ViewerServer(ViewerServer&&) = delete;
    ViewerServer& operator=(ViewerServer&&) = delete;

    /// `http://127.0.0.1:PORT/TOKEN/`.
    [[nodiscard]] std::string const& address() const noexcept;

    /// Serve until SIGINT or SIGTERM, which must be blocked in every thread (block_stop_signals).
    void run_until_signal();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Block SIGINT and SIGTERM in this thread and those that it starts, so that they can be waited
/// for.
void block_stop_signals();

}  // namespace models
