#pragma once

#include "sim/base/sanitizers.hpp"

/// \file sim/base/wide.hpp
/// Loops in the widest registers that the processor has.

// A function marked so is compiled for wider registers too, and the processor picks. It must sum
// nothing in floating point: then each row is computed by the same steps in all of them, as nothing
// is fused (-ffp-contract=off), and gives the same bits.
// Sanitizers start too late for the choice that the loader makes.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !SIM_HAS_SANITIZER
#define SIM_WIDE __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define SIM_WIDE
#endif

// Clang warns of loops that it does not widen, such as those that only GCC compiles more than once.
#ifdef __clang__
#pragma clang diagnostic ignored "-Wpass-failed"
#endif
