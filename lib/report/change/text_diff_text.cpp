#include "report/change/text_diff_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "report/text/layout.hpp"

namespace promptctl {
namespace {

constexpr std::size_t text_column = 5;

// How lines of one kind look.
struct Look {
  std::string_view sign;
  Ink line;
  Ink word;   // a changed word
  Ink space;  // changed white space, which has no colour of its own
  std::string_view open;
  std::string_view close;
};

constexpr std::array<Look, 3> looks{{{" ", Ink::plain, Ink::plain, Ink::plain, "", ""},
                                     {"-", Ink::red, Ink::bold_red, Ink::reversed_red, "[-", "-]"},
                                     {"+", Ink::green, Ink::bold_green, Ink::reversed_green, "{+", "+}"}}};

struct Part {
  std::string text;
  Ink ink = Ink::plain;
};

Part part_of(const DiffWords& words, const Look& look, bool color) {
  const std::string text = printable(words.text);
  if (!words.changed) {
    return {text, Ink::plain};
  }
  if (!color) {
    return {fmt::format("{}{}{}", look.open, text, look.close), Ink::plain};
  }
  return {text, trim(words.text).empty() ? look.space : look.word};
}

std::vector<Part> parts_of(const DiffLine& line, const Look& look, bool color) {
  if (line.words.empty()) {
    return {{printable(line.text), look.line}};
  }
  std::vector<Part> parts;
  parts.reserve(line.words.size());
  for (const DiffWords& words : line.words) {
    parts.push_back(part_of(words, look, color));
  }
  return parts;
}

// How much of `text` fills a line: up to and with a space, where there is one behind something else.
std::size_t line_end(std::string_view text, std::size_t width) {
  const std::size_t fits = std::max<std::size_t>(head(text, width).size(), 1);
  if (fits >= text.size() || text[fits] == ' ') {
    return std::min(fits + 1, text.size());
  }
  const std::size_t space = text.rfind(' ', fits - 1);
  const bool usable = space != std::string_view::npos && text.find_first_not_of(' ') < space;
  return usable ? space + 1 : fits;
}

std::vector<std::string_view> lines_within(std::string_view text, std::size_t width) {
  std::vector<std::string_view> lines;
  do {
    lines.push_back(text.substr(0, line_end(text, width)));
    text.remove_prefix(lines.back().size());
  } while (!text.empty());
  return lines;
}

// Paints the parts one after the other, each line of them as much as belongs there.
class PartPainter {
 public:
  PartPainter(const std::vector<Part>& parts, bool color) : parts_(parts), color_(color) {}

  std::string next(std::size_t size) {
    std::string painted;
    while (size > 0) {
      const Part& part = parts_[part_];
      const std::string_view text = std::string_view(part.text).substr(at_, size);
      painted += paint(text, text.empty() ? Ink::plain : part.ink, color_);
      size -= text.size();
      at_ += text.size();
      if (at_ == part.text.size()) {
        ++part_;
        at_ = 0;
      }
    }
    return painted;
  }

 private:
  const std::vector<Part>& parts_;
  bool color_;
  std::size_t part_ = 0;
  std::size_t at_ = 0;
};

// The space at which a line was broken is not shown.
std::string_view without_break(std::string_view line, bool is_last) {
  return line.substr(0, line.size() - (!is_last && line.ends_with(' ') ? 1 : 0));
}

std::string line_text(const DiffLine& line, const ReportStyle& style) {
  const Look& look = looks[static_cast<std::size_t>(line.kind)];
  const std::vector<Part> parts = parts_of(line, look, style.color);
  std::string whole;
  for (const Part& part : parts) {
    whole += part.text;
  }
  PartPainter painter(parts, style.color);
  std::string text;
  std::string_view sign = whole.empty() ? trim(look.sign) : look.sign;
  const std::size_t room = std::max(style.width, text_column + 20) - text_column;
  for (const std::string_view piece : lines_within(whole, room)) {
    const bool is_last = piece.data() + piece.size() == whole.data() + whole.size();
    const std::string_view shown = without_break(piece, is_last);
    text += fmt::format("{}{}{}{}\n", sign.empty() ? "" : "   ", paint(sign, look.line, style.color),
                        piece.empty() ? "" : " ", painter.next(shown.size()));
    painter.next(piece.size() - shown.size());
    sign = "│";
  }
  return text + (line.has_newline ? "" : "   " + paint("\\ No newline at end of file", Ink::dim, style.color) + "\n");
}

}  // namespace

std::string text_diff_text(const TextDiff& diff, const ReportStyle& style) {
  std::string text;
  for (const DiffHunk& hunk : diff.hunks) {
    const std::string place =
        fmt::format("@@ {},{} → {},{} @@", hunk.old_start, hunk.old_count, hunk.new_start, hunk.new_count);
    text += fmt::format("  {}\n", paint(place, Ink::dim, style.color));
    for (const DiffLine& line : hunk.lines) {
      text += line_text(line, style);
    }
  }
  return text;
}

}  // namespace promptctl
