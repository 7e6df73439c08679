#pragma once

#include <stdexcept>
#include <string>

/// \file sim/base/check.hpp
/// The three ways this program reports that something is wrong, and the exit code of each.

namespace sim {

/// The user's input is wrong: exit code 2.
///
/// The message says what (file, line, key, value), why, and what to do.
class InputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The machine failed us, a disk is full or a file cannot be written: exit code 74.
///
/// The message names the path.
class IoError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The program is wrong, a caller broke a documented precondition: exit code 70.
class ContractError : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

/// Check user input. Always on.
/// \throws InputError with \p message if \p ok is false.
inline void require(bool ok, std::string const& message) {
    if (!ok) throw InputError(message);
}

/// Report a broken precondition. Called by SIM_EXPECTS.
/// \throws ContractError always.
[[noreturn]] void contract_failed(char const* condition, char const* file, int line);

}  // namespace sim

/// Check a precondition. Compiled out when SIM_CHECKS is 0; the condition must have no side effect.
#if SIM_CHECKS
#define SIM_EXPECTS(condition) \
    ((condition) ? static_cast<void>(0) : ::sim::contract_failed(#condition, __FILE__, __LINE__))
#else
#define SIM_EXPECTS(condition) static_cast<void>(sizeof((condition) ? 1 : 0))
#endif
