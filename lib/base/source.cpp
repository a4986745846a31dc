#include "base/source.hpp"

#include <algorithm>
#include <utility>

namespace promptctl {

Source::Source(std::string path, std::string text, int first_line, std::vector<Span> hidden)
    : path_(std::move(path)), text_(std::move(text)), first_line_(first_line), hidden_(std::move(hidden)) {}

std::string_view Source::line(int number) const {
  if (number < first_line_) {
    return {};
  }
  std::size_t start = 0;
  for (int current = first_line_; current < number; ++current) {
    const std::size_t newline = text_.find('\n', start);
    if (newline == std::string::npos) {
      return {};
    }
    start = newline + 1;
  }
  const std::size_t end = std::min(text_.find('\n', start), text_.size());
  std::string_view line = std::string_view(text_).substr(start, end - start);
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

std::string Source::shown_line(int number) const {
  std::string shown(line(number));
  const auto start = static_cast<std::size_t>(line(number).data() - text_.data());
  for (const Span& span : shown.empty() ? std::vector<Span>() : hidden_) {
    const std::size_t from = std::clamp(span.start, start, start + shown.size());
    const std::size_t to = std::clamp(span.start + span.size, from, start + shown.size());
    std::fill_n(shown.begin() + static_cast<std::ptrdiff_t>(from - start), to - from, 'x');
  }
  return shown;
}

std::string_view Location::path() const {
  return source ? std::string_view(source->path()) : std::string_view();
}

Location locate(const SourcePointer& source, std::size_t offset) {
  const std::string_view before = source->text().substr(0, offset);
  const auto breaks = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t last_break = before.rfind('\n');
  const std::size_t line_start = last_break == std::string_view::npos ? 0 : last_break + 1;
  return {source, source->first_line() + breaks, static_cast<int>(before.size() - line_start) + 1};
}

Location whole_file(std::string path) {
  return {std::make_shared<const Source>(std::move(path), std::string()), 0, 0};
}

}  // namespace promptctl
