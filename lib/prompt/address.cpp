#include "prompt/address.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr std::string_view scheme = "prompts:/";
constexpr std::string_view git_prefix = "git:";
constexpr std::string_view digest_prefix = "sha256:";
constexpr std::size_t shortest_digest = 4;
constexpr std::size_t whole_digest = 64;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_made_of(std::string_view segment, std::string_view further) {
  return std::all_of(segment.begin(), segment.end(), [further](char c) {
    return is_letter(c) || is_digit(c) || further.find(c) != std::string_view::npos;
  });
}

bool is_segment(std::string_view segment, std::string_view further) {
  return !segment.empty() && is_letter(segment.front()) && is_made_of(segment, further);
}

bool is_version(std::string_view text) {
  constexpr std::size_t most_digits = 9;
  return !text.empty() && text.size() <= most_digits && text.front() != '0' &&
         std::all_of(text.begin(), text.end(), is_digit);
}

bool is_digest_start(std::string_view text) {
  const auto is_hex = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); };
  return text.size() >= shortest_digest && text.size() <= whole_digest && std::all_of(text.begin(), text.end(), is_hex);
}

std::optional<Address> with_reference(std::string_view name, std::string_view reference) {
  const std::string prompt(name);
  if (reference.starts_with(git_prefix)) {
    reference.remove_prefix(git_prefix.size());
    return reference.empty() ? std::nullopt
                             : std::optional(Address{prompt, Address::Kind::revision, std::string(reference)});
  }
  if (reference.starts_with(digest_prefix)) {
    reference.remove_prefix(digest_prefix.size());
    return is_digest_start(reference) ? std::optional(Address{prompt, Address::Kind::digest, std::string(reference)})
                                      : std::nullopt;
  }
  if (is_version(reference)) {
    return Address{prompt, Address::Kind::version, std::string(reference)};
  }
  if (reference == "latest") {
    return Address{prompt, Address::Kind::latest};
  }
  return is_environment_name(reference)
             ? std::optional(Address{prompt, Address::Kind::environment, std::string(reference)})
             : std::nullopt;
}

}  // namespace

std::string address_text(const Address& address) {
  switch (address.kind) {
    case Address::Kind::working_tree:
      return address.prompt;
    case Address::Kind::latest:
      return address.prompt + "@latest";
    case Address::Kind::digest:
      return address.prompt + "@sha256:" + address.reference;
    case Address::Kind::revision:
      return address.prompt + "@git:" + address.reference;
    default:
      return address.prompt + "@" + address.reference;
  }
}

std::optional<Address> find_address(std::string_view text) {
  text.remove_prefix(text.starts_with(scheme) ? scheme.size() : 0);
  const std::size_t at = text.find('@');
  const std::string_view name = text.substr(0, at);
  if (name.empty()) {
    return std::nullopt;
  }
  return at == std::string_view::npos ? Address{std::string(name)} : with_reference(name, text.substr(at + 1));
}

bool is_prompt_name(std::string_view name) {
  const auto segments = split(name, '/');
  return std::all_of(segments.begin(), segments.end(),
                     [](std::string_view segment) { return is_segment(segment, "_-."); });
}

bool is_suite_name(std::string_view name) {
  const auto segments = split(name, '/');
  return std::all_of(segments.begin(), segments.end(), [](std::string_view segment) {
    return !segment.empty() && (is_letter(segment.front()) || is_digit(segment.front())) && is_made_of(segment, "_-.");
  });
}

bool is_environment_name(std::string_view name) {
  return is_segment(name, "_-") && name != "latest";
}

bool is_ledger_name(std::string_view name) {
  const auto segments = split(name, '/');
  return std::none_of(segments.begin(), segments.end(), [](std::string_view segment) {
    return segment.empty() || segment.starts_with('.') || segment.ends_with(".json") || segment.ends_with(".jsonl") ||
           segment.ends_with(".prompt") ||
           segment.find_first_of(std::string_view("\\:\0", 3)) != std::string_view::npos;
  });
}

}  // namespace promptctl
