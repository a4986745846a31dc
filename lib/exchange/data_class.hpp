#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace promptctl {

// Who may see a text, from least to most guarded. A provider sees only what its own class covers.
enum class DataClass { public_data, internal, confidential, restricted };

// "public", "internal", "confidential", "restricted".
std::string_view data_class_name(DataClass data_class);
std::optional<DataClass> find_data_class(std::string_view name);
std::vector<std::string_view> data_class_names();

}  // namespace promptctl
