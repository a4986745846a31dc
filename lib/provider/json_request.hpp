#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/value.hpp"
#include "exchange/request.hpp"
#include "provider/http.hpp"
#include "provider/provider_settings.hpp"

namespace promptctl {

// Where a key stands in a request: the header `Authorization` with "Bearer " before it. Without a name it stands
// nowhere.
struct KeyHeader {
  std::string_view name = "Authorization";
  std::string_view before = "Bearer ";
};

// A POST of JSON to `path` below the provider's address, with its key, where it has one, and its further headers. To
// the body come the request's options for this type of provider.
HttpRequest json_request(const Request& request, const ProviderSettings& settings, std::string path, Value body,
                         const KeyHeader& key = {});

// The paths of those options that promptctl itself decides: the body has them already ("generationConfig.seed"), or its
// type reserves their names. They are not sent.
std::vector<std::string> options_in_the_way(Request request, const ProviderSettings& settings);

}  // namespace promptctl
