#pragma once

/// \file sim/base/sanitizers.hpp
/// Whether a sanitizer for memory or threads is in the program, which GCC and Clang tell
/// differently.

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SIM_HAS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SIM_HAS_SANITIZER 1
#endif
#endif

#ifndef SIM_HAS_SANITIZER
#define SIM_HAS_SANITIZER 0
#endif
