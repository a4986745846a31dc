#include "base/utf8.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "base/text.hpp"
#include "base/workflow_command.hpp"

namespace promptctl {
namespace {

constexpr utf8proc_int32_t replacement = 0xFFFD;

struct Step {
  utf8proc_int32_t code_point = replacement;
  std::size_t size = 1;
  bool valid = false;
};

// The character at the start of `text`, which must not be empty; an invalid byte is one step of its own.
Step next(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  if (*bytes < 0x80) {
    return {*bytes, 1, true};
  }
  utf8proc_int32_t code_point = -1;
  const utf8proc_ssize_t size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code_point);
  return size <= 0 ? Step{} : Step{code_point, static_cast<std::size_t>(size), true};
}

template <typename Visitor>
void each_step(std::string_view text, Visitor&& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const Step step = next(text.substr(at));
    visit(step, at);
    at += step.size;
  }
}

// Calls `visit(offset, size, width)` for each grapheme cluster until it returns false.
template <typename Visitor>
void each_grapheme(std::string_view text, Visitor&& visit) {
  utf8proc_int32_t state = 0;
  utf8proc_int32_t previous = 0;
  std::size_t start = 0;
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Step step = next(text.substr(at));
    const bool starts = at == 0 || utf8proc_grapheme_break_stateful(previous, step.code_point, &state);
    if (starts && at > 0) {
      if (!visit(start, at - start, width)) {
        return;
      }
      start = at;
      width = 0;
    }
    const auto columns = static_cast<std::size_t>(std::max(0, utf8proc_charwidth(step.code_point)));
    width = std::max(width, std::min<std::size_t>(columns, 2));
    previous = step.code_point;
    at += step.size;
  }
  if (start < text.size()) {
    visit(start, text.size() - start, width);
  }
}

std::string mapped(std::string_view text, int options) {
  const std::string repaired = repair_utf8(text);
  utf8proc_uint8_t* out = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(repaired.data()),
                   static_cast<utf8proc_ssize_t>(repaired.size()), &out, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(out, &std::free);
  return size < 0 ? repaired : std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool disguises(utf8proc_int32_t code_point) {
  return (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069) ||
         code_point == 0x2028 || code_point == 0x2029;
}

void append_escaped(std::string& out, std::string_view raw, const Step& step) {
  switch (step.code_point) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (!step.valid) {
    fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned char>(raw[0]));
  } else if (step.code_point < 0x20 || (step.code_point >= 0x7F && step.code_point < 0xA0)) {
    fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned>(step.code_point));
  } else if (disguises(step.code_point)) {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(step.code_point));
  } else {
    out += raw;
  }
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Step step = next(text.substr(at));
    if (!step.valid) {
      return at;
    }
    at += step.size;
  }
  return std::nullopt;
}

std::string repair_utf8(std::string_view text) {
  if (!find_invalid_utf8(text)) {
    return std::string(text);
  }
  std::string repaired;
  each_step(text, [&](const Step& step, std::size_t at) {
    repaired += step.valid ? text.substr(at, step.size) : std::string_view("\xEF\xBF\xBD");
  });
  return repaired;
}

std::size_t incomplete_utf8_tail(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if ((byte & 0xC0U) == 0x80U) {
      continue;
    }
    const std::size_t needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  each_step(text, [&count](const Step&, std::size_t) { ++count; });
  return count;
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  each_step(text, [&points](const Step& step, std::size_t) { points += static_cast<char32_t>(step.code_point); });
  return points;
}

std::string normalized(std::string_view text) {
  return is_ascii(text) ? std::string(text) : mapped(text, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
}

std::string case_folded(std::string_view text) {
  if (is_ascii(text)) {
    return lower_ascii(text);
  }
  return mapped(text, UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE | UTF8PROC_STABLE);
}

std::size_t display_width(std::string_view text) {
  std::size_t total = 0;
  each_grapheme(text, [&total](std::size_t, std::size_t, std::size_t width) {
    total += width;
    return true;
  });
  return total;
}

std::string_view head(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t end = 0;
  each_grapheme(text, [&](std::size_t at, std::size_t size, std::size_t columns) {
    if (used + columns > width) {
      return false;
    }
    used += columns;
    end = at + size;
    return true;
  });
  return text.substr(0, end);
}

std::string_view tail(std::string_view text, std::size_t width) {
  std::size_t excess = display_width(text);
  std::size_t start = 0;
  each_grapheme(text, [&](std::size_t at, std::size_t size, std::size_t columns) {
    if (excess <= width) {
      return false;
    }
    excess -= columns;
    start = at + size;
    return true;
  });
  return text.substr(start);
}

std::string shorten(std::string_view text, std::size_t width) {
  if (head(text, width).size() == text.size()) {
    return std::string(text);
  }
  return std::string(head(text, width == 0 ? 0 : width - 1)) + "…";
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_step(text, [&](const Step& step, std::size_t at) { append_escaped(out, text.substr(at, step.size), step); });
  return without_commands(out, spelled_in_text);
}

}  // namespace promptctl
