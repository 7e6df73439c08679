#include "models/app/keep_memory.hpp"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace models {

void keep_memory() noexcept {
#ifdef __GLIBC__
    constexpr int largest_block = 1 << 25;  // [byte], the most that it accepts
    constexpr int most = 1 << 30;           // [byte]
    static_cast<void>(::mallopt(M_MMAP_THRESHOLD, largest_block));
    static_cast<void>(::mallopt(M_TRIM_THRESHOLD, most));
#endif
}

}  // namespace models
