#pragma once

#include <string>
#include <vector>

#include "compare/comparison.hpp"
#include "report/text/table.hpp"

// The figures of a comparison as rows of a table for people. Names of tags and metrics come from outside, and nothing
// here is escaped: that is for the form that prints them.
namespace promptctl {

struct FigureRow {
  std::string name;    // "pass rate [de]"
  std::string cases;   // "40"; "40 in 12 groups"
  std::string before;  // "92.5%"; a score: "0.913"
  std::string after;
  std::string difference;  // in points: "-5.0 (-14.7 to +3.9)"
  Direction direction = Direction::unclear;
  std::string verdict;     // "worse", "perhaps worse" where that holds without Holm's correction only, "can't tell", …
  std::string p;           // "0.031"
  std::string adjusted_p;  // by Holm; empty where the comparison has one figure only
  std::string detectable;  // in points: "13.2"; "none" below 100 points
  std::string test;        // that gave `p`
};

struct RatioRow {
  std::string name;    // "latency p95", "cost mean"
  std::string before;  // "1.24s", "$0.0012"; empty for a mean
  std::string after;
  std::string ratio;  // "×1.12 (0.98 to 1.30)"; empty: one of the two is not known
  Direction direction = Direction::unclear;
  std::string verdict;  // "slower", "dearer"; empty without a ratio
};

// Whether the cases bound the figure's difference: those of one group alone do not, and their interval is all there is.
bool has_bounds(const FigureChange& figure);

std::vector<FigureRow> figure_rows(const Comparison& comparison);
std::vector<RatioRow> ratio_rows(const Comparison& comparison);

// "pass rate", "score", "tone [de]".
std::string figure_name(const FigureChange& figure);

// A share of 1 in points: "13.2". With a sign: "+13.2"; "unbounded" where it is not finite.
std::string points_text(double share);
std::string signed_points_text(double share);

}  // namespace promptctl
