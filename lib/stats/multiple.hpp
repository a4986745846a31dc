#pragma once

#include <span>
#include <vector>

namespace promptctl {

// p values corrected by Holm's step-down method (Scandinavian Journal of Statistics 6, 1979), in the order given: those
// at most α reject at most α of wrong decisions over the whole family, whatever their dependence. Each p is from 0 to
// 1, never NaN. None gives none; one is returned as it is.
std::vector<double> holm_adjusted(std::span<const double> p);

}  // namespace promptctl
