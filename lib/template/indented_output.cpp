#include "template/indented_output.hpp"

#include <algorithm>

namespace promptctl {
namespace {

constexpr std::size_t marker_bytes = 16;

std::size_t size_of(const Marker& marker) {
  const auto* media = std::get_if<MediaMarker>(&marker);
  const auto* section = std::get_if<SectionMarker>(&marker);
  return marker_bytes + (media == nullptr ? 0 : media->url.size() + media->content_type.size()) +
         (section == nullptr ? 0 : section->name.size());
}

}  // namespace

bool LimitedOutput::fits(std::size_t bytes) {
  overflowed_ = overflowed_ || bytes > left_;
  left_ -= overflowed_ ? 0 : bytes;
  return !overflowed_;
}

void LimitedOutput::text(std::string_view text) {
  if (fits(text.size())) {
    output_.text(text);
  }
}

void LimitedOutput::marker(const Marker& marker) {
  if (fits(size_of(marker))) {
    output_.marker(marker);
  }
}

void IndentedOutput::text(std::string_view text) {
  while (!text.empty()) {
    begin_line();
    const std::size_t line = std::min(text.find('\n'), text.size() - 1) + 1;
    output_.text(text.substr(0, line));
    at_line_start_ = text[line - 1] == '\n';
    text.remove_prefix(line);
  }
}

void IndentedOutput::marker(const Marker& marker) {
  begin_line();
  output_.marker(marker);
}

void IndentedOutput::begin_line() {
  if (at_line_start_) {
    output_.text(indent_);
    at_line_start_ = false;
  }
}

}  // namespace promptctl
