#include "base/characters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.hpp"

namespace promptctl {
namespace {

// Letters and symbols by their category that show nothing: Hangul fillers, the empty braille pattern, and what stands
// in for a character or an object that is lost.
constexpr std::array<char32_t, 7> shapeless{0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0xFFFD};

// No character yet, and nothing to be seen should it become one: Default_Ignorable_Code_Point of Unicode.
bool is_ignorable(char32_t point) {
  return point == 0x2065 || (point >= 0xFFF0 && point <= 0xFFF8) || (point >= 0xE0000 && point <= 0xE0FFF);
}

bool is_shapeless(char32_t point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(point))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_MN:  // Marks have no shape without a letter.
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CO:
      return true;
    default:
      return is_ignorable(point) || std::find(shapeless.begin(), shapeless.end(), point) != shapeless.end();
  }
}

bool is_digit(char32_t point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(point)) == UTF8PROC_CATEGORY_ND;
}

// Digits stand in runs of ten, from 0 to 9 (The Unicode Standard, section 4.6).
char digit_of(char32_t point) {
  char32_t first = point;
  while (is_digit(first - 1)) {
    --first;
  }
  return static_cast<char>('0' + (point - first) % 10);
}

bool is_vulgar_fraction(char32_t point) {
  return (point >= 0xBC && point <= 0xBE) || (point >= 0x2150 && point <= 0x215E);
}

// "½" decomposes into 1, U+2044, 2.
std::string written_out(char32_t fraction) {
  std::array<utf8proc_int32_t, 8> points{};
  int boundary = 0;
  // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): options are bits.
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(fraction), points.data(), points.size(),
                                             options, &boundary);
  std::string text;
  for (utf8proc_ssize_t at = 0; at < count; ++at) {
    const utf8proc_int32_t point = points.at(static_cast<std::size_t>(at));
    text += point == 0x2044 ? '/' : static_cast<char>(point);
  }
  return text;
}

std::optional<char> plain_mark(char32_t point) {
  constexpr std::array<std::pair<char32_t, char>, 13> marks{{{0xFF0C, ','},
                                                             {0xFF0E, '.'},
                                                             {0x066B, '.'},
                                                             {0x066C, ','},
                                                             {0x2044, '/'},
                                                             {0x2215, '/'},
                                                             {0x2010, '-'},
                                                             {0x2011, '-'},
                                                             {0x2012, '-'},
                                                             {0x2013, '-'},
                                                             {0x2212, '-'},
                                                             {0xFE63, '-'},
                                                             {0xFF0D, '-'}}};
  const auto* found =
      std::find_if(marks.begin(), marks.end(), [point](const auto& mark) { return mark.first == point; });
  return found == marks.end() ? std::nullopt : std::optional(found->second);
}

void append_utf8(std::string& out, char32_t point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

}  // namespace

bool is_blank(std::string_view text) {
  const std::u32string points = code_points(text);
  return std::all_of(points.begin(), points.end(), is_shapeless);
}

std::string with_plain_numbers(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return std::string(text);
  }
  std::string out;
  for (const char32_t point : code_points(text)) {
    if (is_vulgar_fraction(point)) {
      out += written_out(point);
    } else if (const auto mark = plain_mark(point)) {
      out += *mark;
    } else if (point >= 0x80 && is_digit(point)) {
      out += digit_of(point);
    } else {
      append_utf8(out, point);
    }
  }
  return out;
}

}  // namespace promptctl
