#include "base/allowed_signers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/base64.hpp"
#include "base/ssh_key.hpp"
#include "base/text.hpp"
#include "base/utc.hpp"

namespace promptctl {
namespace {

constexpr std::string_view blanks = " \t";

// The words of a line one after the other; blanks between double quotes belong to a word.
class Words {
 public:
  explicit Words(std::string_view line) : line_(line) {}

  // Empty at the line's end.
  std::string_view next() {
    const std::size_t start = std::min(line_.find_first_not_of(blanks, at_), line_.size());
    bool is_quoted = false;
    for (at_ = start; at_ < line_.size() && (is_quoted || blanks.find(line_[at_]) == std::string_view::npos); ++at_) {
      is_quoted = is_quoted != (line_[at_] == '"');
    }
    return line_.substr(start, at_ - start);
  }

 private:
  std::string_view line_;
  std::size_t at_ = 0;
};

// What double quotes hold; none where `text` is not in quotes.
std::optional<std::string> unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.find('"', 1) != text.size() - 1) {
    return std::nullopt;
  }
  return std::string(text.substr(1, text.size() - 2));
}

// YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, with or without a `Z`.
std::optional<std::chrono::sys_seconds> read_time(std::string_view text) {
  constexpr std::size_t day_digits = 8;
  constexpr std::size_t minute_digits = 12;
  constexpr std::size_t second_digits = 14;
  std::string digits(text.ends_with('Z') ? text.substr(0, text.size() - 1) : text);
  if (digits.size() != day_digits && digits.size() != minute_digits && digits.size() != second_digits) {
    return std::nullopt;
  }
  digits.resize(second_digits, '0');
  const std::string_view all = digits;
  const auto time = parse_utc(fmt::format("{}-{}-{}T{}:{}:{}Z", all.substr(0, 4), all.substr(4, 2), all.substr(6, 2),
                                          all.substr(8, 2), all.substr(10, 2), all.substr(12, 2)));
  return time ? std::optional(std::chrono::floor<std::chrono::seconds>(*time)) : std::nullopt;
}

// The text up to a comma outside of quotes, which are taken from `rest`.
std::string_view next_option(std::string_view& rest) {
  bool is_quoted = false;
  std::size_t end = 0;
  for (; end < rest.size() && (is_quoted || rest[end] != ','); ++end) {
    is_quoted = is_quoted != (rest[end] == '"');
  }
  const std::string_view option = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return option;
}

// Puts one option into the signer; gives what is wrong with it, else nothing.
std::string read_option(std::string_view option, AllowedSigner& signer) {
  const std::size_t equals = std::min(option.find('='), option.size());
  const std::string name = lower_ascii(option.substr(0, equals));
  if (name == "cert-authority") {
    return "certificate authorities are not followed: name each key";
  }
  const auto value = unquoted(option.substr(std::min(equals + 1, option.size())));
  if (name == "namespaces" && value && !signer.namespaces) {
    signer.namespaces = *value;
    return {};
  }
  const bool is_time = name == "valid-after" || name == "valid-before";
  auto& time = name == "valid-after" ? signer.valid_after : signer.valid_before;
  if (is_time && value && !time) {
    time = read_time(*value);
    return time ? ""
                : fmt::format("\"{}\" is no time as YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, with or without Z",
                              *value);
  }
  return fmt::format("`{}` is neither a kind of key nor an option, or stands there twice", option);
}

std::string read_options(std::string_view options, AllowedSigner& signer) {
  std::string fault;
  while (!options.empty() && fault.empty()) {
    fault = read_option(next_option(options), signer);
  }
  return fault;
}

// Puts what a line says into the signer; gives what is wrong with the line, else nothing.
std::string read_line(std::string_view line, AllowedSigner& signer) {
  Words words(line);
  const std::string_view principals = words.next();
  signer.principals = principals.starts_with('"') ? unquoted(principals).value_or("") : std::string(principals);
  if (signer.principals.empty()) {
    return "there is no principal before the key";
  }
  std::string_view kind = words.next();
  if (!is_ssh_key_kind(kind)) {
    if (std::string fault = read_options(kind, signer); !fault.empty()) {
      return fault;
    }
    kind = words.next();
  }
  const auto key = base64_bytes(words.next());
  if (!is_ssh_key_kind(kind) || !key || ssh_key_kind(*key) != kind || !SshKey::read(*key)) {
    return kind.empty() ? "there is no key" : fmt::format("there is no key of the kind `{}` that can be used", kind);
  }
  signer.key = *key;
  return {};
}

bool fits(std::string_view pattern, std::string_view name) {
  std::size_t star = std::string_view::npos;  // the last `*`, and where in `name` what it stands for ends
  std::size_t resume = 0;
  std::size_t at = 0;
  std::size_t in_name = 0;
  while (in_name < name.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      resume = in_name;
    } else if (at < pattern.size() && (pattern[at] == '?' || pattern[at] == name[in_name])) {
      ++at;
      ++in_name;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      in_name = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

}  // namespace

bool is_in_pattern_list(std::string_view patterns, std::string_view name) {
  bool is_in = false;
  for (const std::string_view pattern : split(patterns, ',')) {
    const bool is_negated = pattern.starts_with('!');
    if (fits(is_negated ? pattern.substr(1) : pattern, name)) {
      if (is_negated) {
        return false;
      }
      is_in = is_in || !pattern.empty();
    }
  }
  return is_in;
}

std::vector<AllowedSigner> read_allowed_signers(const SourcePointer& source, Diagnostics& diagnostics) {
  std::vector<AllowedSigner> signers;
  std::size_t offset = 0;
  for (const std::string_view whole : split(source->text(), '\n')) {
    const std::string_view line = trim(whole);
    if (!line.empty() && line.front() != '#') {
      AllowedSigner signer;
      if (std::string fault = read_line(line, signer); fault.empty()) {
        signers.push_back(std::move(signer));
      } else {
        diagnostics.error("bad-signer", locate(source, offset + whole.find(line)), std::move(fault),
                          "PRINCIPALS [namespaces=\"…\",valid-after=\"…\",valid-before=\"…\"] KIND KEY, as "
                          "ssh-keygen(1) has it under ALLOWED SIGNERS");
      }
    }
    offset += whole.size() + 1;
  }
  return signers;
}

}  // namespace promptctl
