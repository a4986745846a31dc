#include "exchange/model_family.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"

namespace promptctl {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// What a snapshot's name ends in: a year and what follows it, a date, a running number ("001", "0613").
bool is_release(std::string_view part) {
  constexpr std::size_t shortest_number = 3;
  return is_number(part) && part.size() >= shortest_number;
}

// Month and day behind a year.
bool is_part_of_date(const std::vector<std::string_view>& parts) {
  constexpr std::size_t year_size = 4;
  for (std::size_t back = 1; back <= 2 && back < parts.size(); ++back) {
    const std::string_view year = parts[parts.size() - 1 - back];
    if (is_number(year) && year.size() == year_size && year.starts_with("20")) {
      return is_number(parts.back()) && parts.back().size() <= 2;
    }
  }
  return false;
}

// The name in small letters, without who serves it, "latest", and the tags that say nothing of the model.
std::string plain_name(std::string_view name) {
  std::string plain = replace_all(lower_ascii(name.substr(name.rfind('/') + 1)), "@", "-");
  for (const std::string_view ending : {":latest", ":free", "-latest"}) {
    if (plain.ends_with(ending)) {
      plain.resize(plain.size() - ending.size());
    }
  }
  return plain;
}

}  // namespace

std::string model_family(std::string_view name) {
  const std::string plain = plain_name(name);
  std::vector<std::string_view> parts = split(plain, '-');
  while (parts.size() > 1 && (is_part_of_date(parts) || is_release(parts.back()))) {
    parts.pop_back();
  }
  std::string family;
  for (const std::string_view part : parts) {
    family += (family.empty() ? "" : "-") + std::string(part);
  }
  return family;
}

std::string model_lineage(std::string_view name) {
  const std::string plain = plain_name(name);
  const auto end = std::find_if(plain.begin(), plain.end(), [](char c) { return c < 'a' || c > 'z'; });
  return {plain.begin(), end};
}

bool is_other_model(std::string_view target, std::string_view served) {
  const std::string asked = plain_name(target);
  return !served.empty() && plain_name(served) != asked && model_family(served) != asked;
}

}  // namespace promptctl
