#include "base/regex.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/utf8.hpp"

namespace promptctl {
namespace {

template <auto release>
struct Freed {
  template <typename Handle>
  void operator()(Handle* handle) const {
    release(handle);
  }
};

using Code = std::unique_ptr<pcre2_code, Freed<pcre2_code_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Freed<pcre2_compile_context_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Freed<pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Freed<pcre2_match_data_free>>;

constexpr std::size_t short_subject = std::size_t{32} << 10U;
constexpr std::size_t quick_steps = 50'000'000;
constexpr std::size_t most_steps_of_one_try = 1'000'000;
constexpr std::uint64_t metered_steps = 10'000'000;
constexpr std::uint64_t metered_steps_each_byte = 50;
constexpr std::uint64_t bytes_scanned_in_one_step = 8;
constexpr std::uint32_t most_heap_kibibytes = 64 * 1024;

PCRE2_SPTR bytes(std::string_view text) {
  return reinterpret_cast<PCRE2_SPTR>(text.empty() ? "" : text.data());
}

std::string message_of(int error) {
  std::array<PCRE2_UCHAR, 256> text{};
  pcre2_get_error_message(error, text.data(), text.size());
  return reinterpret_cast<const char*>(text.data());
}

std::uint32_t flags_of(const RegexOptions& options) {
  return PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF | PCRE2_ALLOW_EMPTY_CLASS |
         PCRE2_NEVER_BACKSLASH_C | (options.ignore_case ? PCRE2_CASELESS : 0U) |
         (options.multiline ? PCRE2_MULTILINE : 0U) | (options.dot_all ? PCRE2_DOTALL : 0U);
}

Code compile_code(std::string_view pattern, std::uint32_t flags, RegexError& fault) {
  const CompileContext context(pcre2_compile_context_create(nullptr));
  pcre2_set_compile_extra_options(context.get(), PCRE2_EXTRA_ALT_BSUX);
  int error = 0;
  PCRE2_SIZE offset = 0;
  Code code(pcre2_compile(bytes(pattern), pattern.size(), flags, &error, &offset, context.get()));
  if (!code) {
    fault = {message_of(error), std::min<std::size_t>(offset, pattern.size())};
  }
  return code;
}

MatchContext limited(std::uint64_t steps) {
  MatchContext context(pcre2_match_context_create(nullptr));
  pcre2_set_match_limit(context.get(), static_cast<std::uint32_t>(steps));
  pcre2_set_depth_limit(context.get(), static_cast<std::uint32_t>(steps));
  pcre2_set_heap_limit(context.get(), most_heap_kibibytes);
  return context;
}

struct Meter {
  std::uint64_t left;
  std::size_t position = 0;
};

int count_step(pcre2_callout_block* block, void* data) {
  Meter& meter = *static_cast<Meter*>(data);
  const std::size_t scanned = block->current_position - std::min(block->current_position, meter.position);
  meter.position = block->current_position;
  meter.left -= std::min<std::uint64_t>(1 + scanned / bytes_scanned_in_one_step, meter.left);
  return meter.left == 0 ? PCRE2_ERROR_CALLOUT : 0;
}

// As long as `text`, so that offsets stay.
std::string with_valid_bytes(std::string_view text) {
  constexpr char substitute = '\x1a';
  std::string valid(text);
  std::size_t checked = 0;
  while (const auto invalid = find_invalid_utf8(std::string_view(valid).substr(checked))) {
    checked += *invalid;
    valid[checked] = substitute;
  }
  return valid;
}

std::size_t next_character(std::string_view subject, std::size_t at) {
  const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
  for (++at; at < subject.size() && continues(subject[at]);) {
    ++at;
  }
  return at;
}

Match read_match(int count, pcre2_match_data& found, std::string_view subject) {
  Match match;
  if (count < 0) {
    match.outcome = count == PCRE2_ERROR_NOMATCH ? Match::Outcome::not_matched : Match::Outcome::limit;
    return match;
  }
  const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(&found);
  match.outcome = Match::Outcome::matched;
  match.begin = std::min(offsets[0], offsets[1]);  // `\K` in a look-ahead turns them round.
  match.end = std::max(offsets[0], offsets[1]);
  match.groups.resize(pcre2_get_ovector_count(&found));
  match.groups[0] = subject.substr(match.begin, match.end - match.begin);
  for (std::size_t group = 1; group < static_cast<std::size_t>(count); ++group) {
    if (offsets[2 * group] != PCRE2_UNSET) {
      match.groups[group] = subject.substr(offsets[2 * group], offsets[2 * group + 1] - offsets[2 * group]);
    }
  }
  return match;
}

}  // namespace

// PCRE2 limits the steps of a try at one place, and there are as many places as characters: a pattern can stay below
// the limit at each and take minutes for all. So a short subject gets a share of the steps for each place, which nearly
// always does; beyond that the interpreter runs a program that reports every step, and all of them are counted.
struct Regex::Program {
  Code quick;
  Code metered;

  // `subject` must be UTF-8.
  int match(std::string_view subject, std::size_t start, pcre2_match_data* found) const {
    if (subject.size() <= short_subject) {
      const int count = match_quickly(subject, start, found);
      if (count >= 0 || count == PCRE2_ERROR_NOMATCH) {
        return count;
      }
    }
    return match_metered(subject, start, found);
  }

 private:
  int match_quickly(std::string_view subject, std::size_t start, pcre2_match_data* found) const {
    const std::size_t share = quick_steps / (subject.size() - start + 1);
    const MatchContext context = limited(std::min(share, most_steps_of_one_try));
    return pcre2_match(quick.get(), bytes(subject), subject.size(), start, PCRE2_NO_UTF_CHECK, found, context.get());
  }

  int match_metered(std::string_view subject, std::size_t start, pcre2_match_data* found) const {
    Meter meter{metered_steps + metered_steps_each_byte * (subject.size() - start)};
    const MatchContext context = limited(std::min<std::uint64_t>(meter.left, UINT32_MAX));
    pcre2_set_callout(context.get(), count_step, &meter);
    return pcre2_match(metered.get(), bytes(subject), subject.size(), start, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, found,
                       context.get());
  }
};

Regex::Regex(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

std::string Regex::quoted(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    pattern += byte < 0x80 && std::isalnum(byte) == 0 && c != '_' ? std::string{'\\', c} : std::string(1, c);
  }
  return pattern;
}

std::variant<Regex, RegexError> Regex::compile(std::string_view pattern, const RegexOptions& options) {
  RegexError fault;
  Code quick = compile_code(pattern, flags_of(options), fault);
  Code metered = quick ? compile_code(pattern, flags_of(options) | PCRE2_AUTO_CALLOUT, fault) : nullptr;
  if (!quick || !metered) {
    return fault;
  }
  pcre2_jit_compile(quick.get(), PCRE2_JIT_COMPLETE);  // Where it can't, the interpreter serves.
  return Regex(std::make_shared<const Program>(Program{std::move(quick), std::move(metered)}));
}

Match Regex::search_valid(std::string_view valid, std::string_view subject, std::size_t start) const {
  const MatchData found(pcre2_match_data_create_from_pattern(program_->quick.get(), nullptr));
  return read_match(program_->match(valid, start, found.get()), *found, subject);
}

Match Regex::search(std::string_view subject, std::size_t start) const {
  if (start > subject.size()) {
    return {};
  }
  return find_invalid_utf8(subject) ? search_valid(with_valid_bytes(subject), subject, start)
                                    : search_valid(subject, subject, start);
}

Match::Outcome Regex::each_match(std::string_view subject, const std::function<void(const Match&)>& visit) const {
  const std::string repaired = find_invalid_utf8(subject) ? with_valid_bytes(subject) : std::string();
  const std::string_view valid = repaired.empty() ? subject : repaired;
  auto outcome = Match::Outcome::not_matched;
  for (std::size_t start = 0; start <= subject.size();) {
    const Match match = search_valid(valid, subject, start);
    if (!match.matched()) {
      return match.outcome == Match::Outcome::limit ? match.outcome : outcome;
    }
    outcome = Match::Outcome::matched;
    visit(match);
    start = match.end > std::max(match.begin, start) ? match.end : next_character(valid, std::max(match.end, start));
  }
  return outcome;
}

std::size_t Regex::groups() const {
  std::uint32_t count = 0;
  pcre2_pattern_info(program_->quick.get(), PCRE2_INFO_CAPTURECOUNT, &count);
  return count;
}

}  // namespace promptctl
