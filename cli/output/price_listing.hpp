#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "document/value.hpp"
#include "price/target_price.hpp"
#include "report/run/report_format.hpp"

namespace promptctl::cli {

// What `promptctl prices show` shows of a model.
struct PriceListing {
  std::string asked;  // as the user named the model
  ListedPrice listed;
};

// All rates, tiers and dates, which price holds `at` this time, and where they stand.
std::string listing_text(const PriceListing& listing, std::chrono::system_clock::time_point at,
                         const ReportStyle& style);

// "  built-in table of 2026-01-31, sha256 …": a line.
std::string origin_text(const PriceOrigin& origin);

Value listing_value(const PriceListing& listing, std::chrono::system_clock::time_point at);

}  // namespace promptctl::cli
