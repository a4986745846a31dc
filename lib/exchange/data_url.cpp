#include "exchange/data_url.hpp"

namespace promptctl {

std::optional<DataUrl> split_data_url(std::string_view url) {
  constexpr std::string_view scheme = "data:";
  constexpr std::string_view mark = ";base64";
  const std::size_t comma = url.find(',');
  if (!url.starts_with(scheme) || comma == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view head = url.substr(scheme.size(), comma - scheme.size());
  if (!head.ends_with(mark)) {
    return std::nullopt;
  }
  const std::string_view type = head.substr(0, head.find(';'));
  return DataUrl{type, url.substr(comma + 1)};
}

}  // namespace promptctl
