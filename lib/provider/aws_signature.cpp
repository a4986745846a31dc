#include "provider/aws_signature.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "base/url.hpp"

namespace promptctl {
namespace {

// "20240102T030405Z"
std::string time_text(std::chrono::system_clock::time_point now) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
  const auto day = std::chrono::floor<std::chrono::days>(seconds);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(seconds - day);
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

// As it stands in the request's Host header: the usual port is not named.
std::string host_of(const Url& url) {
  const bool is_usual = url.port.empty() || url.port == (url.scheme == "https" ? "443" : "80");
  return lower_ascii(is_usual ? std::string(url.host) : fmt::format("{}:{}", url.host, url.port));
}

// A path that is encoded already is encoded once more: so does every service but S3.
std::string canonical_path(std::string_view path) {
  std::string text;
  for (const std::string_view part : split(path.empty() ? "/" : path, '/')) {
    text += (text.empty() && part.empty() ? "" : "/") + percent_encoded(part);
  }
  return text.empty() ? "/" : text.starts_with('/') ? text : "/" + text;
}

std::string canonical_query(std::string_view query) {
  std::vector<std::string> pairs;
  for (const std::string_view pair : query.empty() ? std::vector<std::string_view>() : split(query, '&')) {
    pairs.push_back(fmt::format("{}{}", pair, pair.find('=') == std::string_view::npos ? "=" : ""));
  }
  std::sort(pairs.begin(), pairs.end());
  return join(pairs, "&");
}

}  // namespace

void sign_for_aws(HttpRequest& request, const AwsSigning& aws, std::chrono::system_clock::time_point now) {
  const Url url = split_url(request.url);
  const std::string time = time_text(now);
  const std::string date = time.substr(0, time.find('T'));
  std::map<std::string, std::string> headers{{"host", host_of(url)}, {"x-amz-date", time}};
  for (const auto& [name, value] : request.headers) {
    if (lower_ascii(name) == "content-type") {
      headers.emplace("content-type", trim(value));
    }
  }
  request.headers.emplace_back("X-Amz-Date", time);
  if (!aws.session_token.empty()) {
    headers.emplace("x-amz-security-token", aws.session_token);
    request.headers.emplace_back("X-Amz-Security-Token", aws.session_token);
  }
  std::string lines;
  std::vector<std::string> names;
  for (const auto& [name, value] : headers) {
    lines += fmt::format("{}:{}\n", name, value);
    names.push_back(name);
  }
  const std::string signed_names = join(names, ";");
  const std::string canonical = fmt::format("{}\n{}\n{}\n{}\n{}\n{}", request.method, canonical_path(url.path),
                                            canonical_query(url.query), lines, signed_names, sha256(request.body));
  const std::string scope = fmt::format("{}/{}/{}/aws4_request", date, aws.region, aws.service);
  std::string key = "AWS4" + aws.secret_key;
  for (const std::string_view part : {std::string_view(date), std::string_view(aws.region),
                                      std::string_view(aws.service), std::string_view("aws4_request")}) {
    key = hmac_sha256(key, part);
  }
  const std::string to_sign = fmt::format("AWS4-HMAC-SHA256\n{}\n{}\n{}", time, scope, sha256(canonical));
  request.headers.emplace_back(
      "Authorization", fmt::format("AWS4-HMAC-SHA256 Credential={}/{}, SignedHeaders={}, Signature={}", aws.access_key,
                                   scope, signed_names, hex_text(hmac_sha256(key, to_sign))));
}

}  // namespace promptctl
