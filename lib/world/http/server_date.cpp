#include "world/http/server_date.hpp"

#include <fmt/format.h>

#include <memory>
#include <string_view>

#include "base/text.hpp"
#include "base/url.hpp"
#include "world/http/curl_handles.hpp"

namespace promptctl {
namespace {

struct Dated {
  std::string date;
  long long age = 0;
};

std::size_t on_header(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& dated = *static_cast<Dated*>(user);
  const std::string_view line = trim(std::string_view(bytes, count));
  const std::size_t colon = std::min(line.find(':'), line.size());
  const std::string name = lower_ascii(line.substr(0, colon));
  if (line.starts_with("HTTP/")) {
    dated = {};  // A 100 may come before the answer that counts.
  } else if (name == "date") {
    dated.date = trim(line.substr(colon + 1));
  } else if (name == "age") {
    dated.age = parse_integer(trim(line.substr(colon + 1))).value_or(0);
  }
  return count;
}

// The body is not wanted.
std::size_t on_body(char*, std::size_t, std::size_t, void*) {
  return CURL_WRITEFUNC_ERROR;
}

// Where git asks for a repository's branches; empty where that is no http address.
std::string branches_address(const std::string& address) {
  const Url url = split_url(address);
  const std::string scheme = lower_ascii(url.scheme);
  if (scheme != "http" && scheme != "https") {
    return {};
  }
  return fmt::format("{}://{}{}{}{}{}info/refs?service=git-receive-pack", scheme, url.host, url.port.empty() ? "" : ":",
                     url.port, url.path, url.path.ends_with('/') ? "" : "/");
}

}  // namespace

std::optional<std::chrono::system_clock::time_point> server_date(const std::string& address, const std::string& proxy) {
  constexpr long patience_ms = 3000;
  const std::string asked = branches_address(address);
  const CurlEasy easy(asked.empty() ? nullptr : curl_easy_init());
  if (!easy) {
    return std::nullopt;
  }
  Dated dated;
  curl_easy_setopt(easy.get(), CURLOPT_URL, asked.c_str());
  curl_easy_setopt(easy.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy.get(), CURLOPT_PROXY, proxy.c_str());
  curl_easy_setopt(easy.get(), CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT_MS, patience_ms);
  curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy.get(), CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(easy.get(), CURLOPT_HEADERDATA, &dated);
  curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_perform(easy.get());  // The date counts however the rest goes.
  const time_t seconds = dated.date.empty() ? -1 : curl_getdate(dated.date.c_str(), nullptr);
  return seconds <= 0
             ? std::nullopt
             : std::optional(std::chrono::system_clock::from_time_t(seconds) + std::chrono::seconds(dated.age));
}

}  // namespace promptctl
