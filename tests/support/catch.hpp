// Catch2 in the version that is installed, 2 or 3, under the names that the tests use.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers.hpp>

using Catch::Approx;
using TestInvoker = Catch::Detail::unique_ptr<Catch::ITestInvoker>;
#else
#include <catch2/catch.hpp>

using TestInvoker = Catch::ITestInvoker*;  // Catch2 takes ownership.
#endif
