#include "stats/paired.hpp"

#include <vector>

#include "tests/support/catch.hpp"

using namespace promptctl;  // NOLINT: tests read better so.

// statsmodels: mcnemar(table, exact=True).pvalue; R for the rest: binom.test(g, g + l)$p.value, and for the mid-p
// 2*pbinom(min(g, l), g + l, .5) - dbinom(min(g, l), g + l, .5).
TEST_CASE("McNemar's exact p and mid-p are those of statsmodels and R", "[stats]") {
  const McNemar gsm8k = mcnemar({382, 360, 76, 501});
  CHECK(gsm8k.exact == Approx(2.8913946350346335e-45).epsilon(1e-12));
  CHECK(gsm8k.mid == Approx(1.7487808353216770e-45).epsilon(1e-12));
  CHECK(mcnemar({5, 10, 3, 2}).exact == Approx(0.09228515625).epsilon(1e-14));
  CHECK(mcnemar({5, 10, 3, 2}).mid == Approx(0.057373046875).epsilon(1e-14));
  CHECK(mcnemar({0, 5, 5, 0}).exact == 1);
  CHECK(mcnemar({0, 5, 5, 0}).mid == Approx(1).epsilon(1e-14));
  CHECK(mcnemar({0, 6, 5, 0}).exact == Approx(1).epsilon(1e-14));
  CHECK(mcnemar({0, 6, 5, 0}).mid == Approx(0.77441406249999978).epsilon(1e-14));
  CHECK(mcnemar({0, 12, 0, 0}).exact == Approx(0.00048828125).epsilon(1e-14));
  CHECK(mcnemar({0, 1, 0, 0}).exact == 1);
  CHECK(mcnemar({0, 1, 0, 0}).mid == 0.5);
  CHECK(mcnemar({}).exact == 1);
  CHECK(mcnemar({7, 0, 0, 2}).mid == 1);
}

TEST_CASE("McNemar's p is the same whichever version comes first", "[stats]") {
  CHECK(mcnemar({3, 9, 2, 4}).exact == mcnemar({3, 2, 9, 4}).exact);
  CHECK(mcnemar({3, 9, 2, 4}).mid == mcnemar({3, 2, 9, 4}).mid);
}

// R: t.test(d)$p.value; with clusters 2*pt(-abs(mean(d) / se), 2) with se of interval_test.cpp.
TEST_CASE("the paired t test is R's", "[stats]") {
  const std::vector<double> differences{0.3, -0.1, 0.2, 0.5, 0, 0.1};
  CHECK(paired_t_p(differences) == Approx(0.1173867951462933).epsilon(1e-13));
  CHECK(paired_t_p(std::vector<double>{0.5, -0.25}) == Approx(0.79516723530086653).epsilon(1e-13));
  const std::vector<std::uint32_t> clusters{1, 1, 2, 2, 3, 3};
  CHECK(clustered_t_p(differences, clusters) == Approx(0.21432579868161389).epsilon(1e-13));
  const std::vector<std::uint32_t> alone{1, 2, 3, 4, 5, 6};
  CHECK(clustered_t_p(differences, alone) == Approx(paired_t_p(differences)).epsilon(1e-13));
}

// The formula of `gsm8k` is sd/√n with n − 1 in sd; numpy: d.std(ddof=1) / sqrt(1319) gives 0.014684157296028007.
TEST_CASE("a thousand real pairs give their known error and a p of nothing", "[stats]") {
  std::vector<double> differences(1319, 0);
  std::fill_n(differences.begin(), 360, 1);
  std::fill_n(differences.rbegin(), 76, -1);
  CHECK(mean(differences) == Approx(0.21531463229719486).epsilon(1e-14));
  CHECK(standard_error(differences) == Approx(0.014684157296028007).epsilon(1e-13));
  CHECK(paired_t_p(differences) < 1e-40);
}

TEST_CASE("t tests of next to nothing say so", "[stats]") {
  const std::vector<std::uint32_t> clusters{1, 1, 2, 2};
  CHECK(paired_t_p({}) == 1);
  CHECK(paired_t_p(std::vector<double>{0.5}) == 1);
  CHECK(paired_t_p(std::vector<double>(4, 0)) == 1);
  CHECK(paired_t_p(std::vector<double>(4, 0.1)) == 0);
  CHECK(clustered_t_p({}, {}) == 1);
  CHECK(clustered_t_p(std::vector<double>{0.1, 0.2}, std::vector<std::uint32_t>{5, 5}) == 1);
  CHECK(clustered_t_p(std::vector<double>(4, 0), clusters) == 1);
  CHECK(clustered_t_p(std::vector<double>(4, 0.1), clusters) == 0);
  CHECK(clustered_t_p(std::vector<double>{0.1, 0.4, 0.4, 0.1}, clusters) == 0);
  CHECK(clustered_t_p(std::vector<double>{0.1, -0.1, -0.3, 0.3}, clusters) == 1);
}

// R: s <- as.matrix(expand.grid(rep(list(c(-1, 1)), length(d)))); mean(abs(s %*% d) >= abs(sum(d)) - 1e-9); the twenty
// are round(sin(1:20), 2) + .1
TEST_CASE("the sign-flip test counts what R counts", "[stats]") {
  CHECK(sign_flip_p(std::vector<double>{0.3, -0.1, 0.2, 0.5, 0, 0.1}) == 0.1875);
  CHECK(sign_flip_p(std::vector<double>(5, 1)) == 0.0625);
  CHECK(sign_flip_p(std::vector<double>{0.2, -0.1, 0.4}) == 0.5);
  CHECK(sign_flip_p(std::vector<double>{0.94,  1.01,  0.24, -0.66, -0.86, -0.18, 0.76,  1.09,  0.51, -0.44,
                                        -0.90, -0.44, 0.52, 1.09,  0.75,  -0.19, -0.86, -0.65, 0.25, 1.01}) ==
        0.36931419372558594);
}

TEST_CASE("the sign-flip test of next to nothing says so", "[stats]") {
  CHECK(sign_flip_p({}) == 1);
  CHECK(sign_flip_p(std::vector<double>{0.5}) == 1);
  CHECK(sign_flip_p(std::vector<double>{1, -1}) == 1);
  CHECK(sign_flip_p(std::vector<double>{1, 1}) == 0.5);
  CHECK(sign_flip_p(std::vector<double>(7, 0)) == 1);
}
