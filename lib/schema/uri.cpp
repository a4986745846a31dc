#include "schema/uri.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/text.hpp"

namespace promptctl {
namespace {

struct UriParts {
  std::string_view scheme;     // with its colon
  std::string_view authority;  // with its slashes
  std::string_view path;
  std::string_view rest;  // query and fragment
};

UriParts parts_of(std::string_view uri) {
  UriParts parts;
  parts.rest = uri.substr(std::min(uri.find_first_of("?#"), uri.size()));
  uri.remove_suffix(parts.rest.size());
  const std::size_t colon = uri.find_first_of(":/");
  if (colon != std::string_view::npos && uri[colon] == ':') {
    parts.scheme = uri.substr(0, colon + 1);
    uri.remove_prefix(colon + 1);
  }
  if (uri.starts_with("//")) {
    parts.authority = uri.substr(0, std::min(uri.find('/', 2), uri.size()));
    uri.remove_prefix(parts.authority.size());
  }
  parts.path = uri;
  return parts;
}

std::string joined(const UriParts& parts, std::string_view path) {
  return std::string(parts.scheme).append(parts.authority).append(path);
}

std::string without_dots(std::string_view path) {
  std::vector<std::string> kept;
  const auto steps = split(path, '/');
  for (std::size_t at = 0; at < steps.size(); ++at) {
    const bool last = at + 1 == steps.size();
    if (steps[at] == ".." && kept.size() > 1) {
      kept.pop_back();
    }
    if (steps[at] != "." && steps[at] != "..") {
      kept.emplace_back(steps[at]);
    } else if (last) {
      kept.emplace_back();
    }
  }
  return join(kept, "/");
}

std::string merged_path(const UriParts& base, std::string_view path) {
  if (path.starts_with('/')) {
    return without_dots(path);
  }
  const std::size_t slash = base.path.rfind('/');
  std::string folder(slash == std::string_view::npos ? std::string_view() : base.path.substr(0, slash + 1));
  folder = folder.empty() && !base.authority.empty() ? "/" : folder;
  return without_dots(folder.append(path));
}

}  // namespace

std::string resolve_uri(std::string_view base, std::string_view reference) {
  const UriParts to = parts_of(reference);
  const UriParts from = parts_of(base);
  if (!to.scheme.empty()) {
    return std::string(reference);
  }
  if (!to.authority.empty()) {
    return std::string(from.scheme).append(reference);
  }
  if (!to.path.empty()) {
    return joined(from, merged_path(from, to.path)).append(to.rest);
  }
  const std::string_view query = to.rest.starts_with('?') ? std::string_view() : without_fragment(from.rest);
  return joined(from, from.path).append(query).append(to.rest);
}

std::string_view without_fragment(std::string_view uri) {
  return uri.substr(0, uri.find('#'));
}

std::string_view fragment_of(std::string_view uri) {
  const std::size_t hash = uri.find('#');
  return hash == std::string_view::npos ? std::string_view() : uri.substr(hash + 1);
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned byte = 0;
    const char* digits = text.data() + std::min(at + 1, text.size());
    const char* end = text.data() + std::min(at + 3, text.size());
    if (text[at] == '%' && end - digits == 2 && std::from_chars(digits, end, byte, 16).ptr == end) {
      decoded += static_cast<char>(byte);
      at += 2;
    } else {
      decoded += text[at];
    }
  }
  return decoded;
}

const Value* pointer_step(const Value& from, std::string_view step) {
  if (from.is_map()) {
    return from.find(replace_all(replace_all(step, "~1", "/"), "~0", "~"));
  }
  const auto index = parse_integer(step);
  const bool inside = from.is_list() && index && *index >= 0 && static_cast<std::size_t>(*index) < from.items.size();
  return inside ? &from.items[static_cast<std::size_t>(*index)] : nullptr;
}

}  // namespace promptctl
