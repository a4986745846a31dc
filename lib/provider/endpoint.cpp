#include "provider/endpoint.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.hpp"
#include "base/url.hpp"

namespace promptctl {
namespace {

constexpr long long bits_of_byte = 8;

// An address of IPv4 or IPv6 as bytes; none for a name.
std::optional<std::vector<unsigned char>> address_bytes(const std::string& host) {
  std::vector<unsigned char> bytes(sizeof(in6_addr));
  if (inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1) {
    return bytes;
  }
  bytes.resize(sizeof(in_addr));
  return inet_pton(AF_INET, host.c_str(), bytes.data()) == 1 ? std::optional(bytes) : std::nullopt;
}

bool are_same_bits(const std::vector<unsigned char>& a, const std::vector<unsigned char>& b, std::size_t count) {
  constexpr std::size_t bits = bits_of_byte;
  for (std::size_t bit = 0; bit < count; ++bit) {
    const auto differing = static_cast<unsigned>(a[bit / bits] ^ b[bit / bits]);
    if ((differing << bit % bits & 0x80U) != 0) {
      return false;
    }
  }
  return true;
}

// Whether an entry of NO_PROXY, "10.0.0.0/8" or "10.0.0.1", has the address.
bool has_address(std::string_view entry, const std::vector<unsigned char>& address) {
  const std::size_t slash = std::min(entry.find('/'), entry.size());
  const auto network = address_bytes(std::string(entry.substr(0, slash)));
  const auto all = static_cast<long long>(address.size()) * bits_of_byte;
  const auto count = slash == entry.size() ? std::optional(all) : parse_integer(entry.substr(slash + 1));
  return network && network->size() == address.size() && count && *count >= 0 && *count <= all &&
         are_same_bits(*network, address, static_cast<std::size_t>(*count));
}

std::string_view without_dots(std::string_view name) {
  name.remove_prefix(name.starts_with('.') ? 1 : 0);
  name.remove_suffix(name.ends_with('.') ? 1 : 0);
  return name;
}

bool is_in_domain(std::string_view host, std::string_view domain) {
  return !domain.empty() && host.ends_with(domain) &&
         (host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.');
}

std::string value_of(const Variables& variables, const std::string& name) {
  const auto found = variables.find(name);
  return found == variables.end() ? std::string() : std::string(trim(found->second));
}

// By curl's rules: names with all below them, addresses, networks, or `*`.
bool is_named(const std::string& no_proxy, std::string_view host) {
  if (no_proxy == "*") {
    return true;
  }
  std::string name = lower_ascii(host);
  if (name.starts_with('[') && name.ends_with(']')) {
    name = name.substr(1, name.size() - 2);
  }
  const auto address = address_bytes(name);
  const std::string entries = replace_all(lower_ascii(no_proxy), " ", ",");
  for (const std::string_view entry : split(entries, ',')) {
    if (address ? has_address(entry, *address) : is_in_domain(without_dots(name), without_dots(entry))) {
      return true;
    }
  }
  return false;
}

bool is_secure(const Url& url) {
  return lower_ascii(url.scheme) == "https";
}

std::string host_and_port(const Url& url) {
  return fmt::format("{}{}{}", url.host, url.port.empty() ? "" : ":", url.port);
}

}  // namespace

std::string proxy_for(std::string_view address, const std::string& configured, const Variables& variables) {
  const Url url = split_url(address);
  const std::string no_proxy = value_of(variables, "no_proxy");
  if (is_loopback(url) || is_named(no_proxy.empty() ? value_of(variables, "NO_PROXY") : no_proxy, url.host)) {
    return {};
  }
  if (!configured.empty()) {
    return configured;
  }
  const std::vector<std::string> names =
      is_secure(url) ? std::vector<std::string>{"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}
                     : std::vector<std::string>{"http_proxy", "all_proxy", "ALL_PROXY"};
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&variables](const std::string& name) { return !value_of(variables, name).empty(); });
  return found == names.end() ? "" : fmt::format("${{{}}}", *found);
}

std::string endpoint_name(std::string_view address, std::string_view proxy) {
  if (address.starts_with(program_scheme)) {
    return std::string(address);
  }
  const Url url = split_url(address);
  const std::string by = proxy.empty() ? "" : fmt::format(" through {}", host_and_port(split_url(proxy)));
  return fmt::format("{}{}{}", is_secure(url) ? "" : "http://", host_and_port(url), by);
}

}  // namespace promptctl
