#pragma once

#include <optional>
#include <string_view>

namespace promptctl {

// "data:image/png;base64,iVBO…": a medium that stands in its own address (RFC 2397), as views into it.
struct DataUrl {
  std::string_view content_type;
  std::string_view base64;
};

// None for any other address, and for data that is not in base64.
std::optional<DataUrl> split_data_url(std::string_view url);

}  // namespace promptctl
