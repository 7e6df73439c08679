#include "models/app/interrupt.hpp"

#include <unistd.h>

#include <csignal>

#include "models/app/exit_code.hpp"

namespace models {

namespace {

// A signal handler can only reach what is global.
volatile std::sig_atomic_t interrupted = 0;

extern "C" void note_interrupt(int) {
    if (interrupted != 0) ::_exit(exit_interrupted);
    interrupted = 1;
}

}  // namespace

void catch_interrupts() {
    struct sigaction action {};
    action.sa_handler = note_interrupt;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGUSR1, &action, nullptr);
}

bool is_interrupted() noexcept {
    return interrupted != 0;
}

}  // namespace models
