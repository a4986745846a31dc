#pragma once

#include <map>
#include <string>
#include <string_view>

namespace promptctl {

// The parts of an http address, as views into it. Nothing is decoded or checked; what is not there is empty.
struct Url {
  std::string_view scheme;     // "https"
  std::string_view user_info;  // "user:password"
  std::string_view host;       // "example.com", "[::1]"
  std::string_view port;       // "8080"
  std::string_view path;       // "/v1"
  std::string_view query;      // "a=b"
  std::string_view fragment;   // "c"
};

// "https://user:password@example.com:8080/v1?a=b#c". Without "://" there is no scheme, and the host comes first.
Url split_url(std::string_view url);

// Whether the host is this machine itself: 127.0.0.0/8, [::1] or `localhost`.
bool is_loopback(const Url& url);

// Text as one piece of a path or one value of a query: all but letters, digits, "-", ".", "_" and "~" as %XX (RFC 3986,
// section 2.3).
std::string percent_encoded(std::string_view text);

// What a request asks for: "/runs/a%20b?x=1" is the path "/runs/a b" and x=1. Of a repeated name the last value counts.
struct UrlTarget {
  std::string path;
  std::map<std::string, std::string> query;
};

UrlTarget read_url_target(std::string_view target);

}  // namespace promptctl
