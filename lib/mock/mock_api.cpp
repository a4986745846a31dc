#include "mock/mock_api.hpp"

#include <algorithm>

namespace promptctl {

const MockApi* find_mock_api(std::string_view path) {
  const auto apis = mock_apis();
  if (!path.starts_with('/')) {
    return nullptr;  // A request to a proxy, which this is none.
  }
  const auto found = std::ranges::find_if(apis, [path](const MockApi* api) { return api->serves(path); });
  return found == apis.end() ? nullptr : *found;
}

}  // namespace promptctl
