#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace promptctl {

// One HTTP request, as data.
struct HttpRequest {
  std::string method = "POST";
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

// The head of a response. Header names are in lower case; of a repeated header the last is kept.
struct HttpHead {
  int status = 0;
  std::map<std::string, std::string> headers;
};

}  // namespace promptctl
