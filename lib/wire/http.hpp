#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace promptctl {

// One HTTP request, as data. Before it is resolved (wire/resolve.hpp), `url` and header values may hold ${VAR}.
struct HttpRequest {
  std::string method = "POST";
  std::string url;
  std::string path;  // to be added to the path of `url`, unless that ends in it: "/chat/completions"
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

// The head of a response. Header names are in lower case; of a repeated header the last is kept.
struct HttpHead {
  int status = 0;
  std::map<std::string, std::string> headers;
};

}  // namespace promptctl
