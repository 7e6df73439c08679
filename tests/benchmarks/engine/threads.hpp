#pragma once

#include <gtest/gtest.h>

#include "sim/parallel/threads.hpp"

namespace bench {

/// Restores the number of threads after each test.
class RestoresThreads : public testing::Test {
  protected:
    ~RestoresThreads() override { sim::set_threads(before_); }

  private:
    int before_ = sim::threads();
};

}  // namespace bench
