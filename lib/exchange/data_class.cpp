#include "exchange/data_class.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace promptctl {
namespace {

constexpr std::array<std::pair<std::string_view, DataClass>, 4> classes{{{"public", DataClass::public_data},
                                                                         {"internal", DataClass::internal},
                                                                         {"confidential", DataClass::confidential},
                                                                         {"restricted", DataClass::restricted}}};

}  // namespace

std::string_view data_class_name(DataClass data_class) {
  return classes[static_cast<std::size_t>(data_class)].first;
}

std::optional<DataClass> find_data_class(std::string_view name) {
  const auto* found =
      std::find_if(classes.begin(), classes.end(), [name](const auto& known) { return known.first == name; });
  return found == classes.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string_view> data_class_names() {
  std::vector<std::string_view> names;
  for (const auto& [name, data_class] : classes) {
    names.push_back(name);
  }
  return names;
}

}  // namespace promptctl
