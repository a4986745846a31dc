#include "template/places.hpp"

#include <algorithm>
#include <utility>

namespace promptctl {

TemplatePlaces::TemplatePlaces(SourcePointer source) : source_(std::move(source)), line_starts_{0} {
  const std::string_view text = source_->text();
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    line_starts_.push_back(at + 1);
  }
}

Location TemplatePlaces::at(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<int>(after - line_starts_.begin());
  return {source_, source_->first_line() + line - 1, static_cast<int>(offset - *std::prev(after)) + 1};
}

void TemplateFaults::error(std::string_view code, std::size_t offset, std::string message, std::string hint) {
  if (!full()) {
    ++count_;
    diagnostics_.error(code, places_.at(offset), std::move(message), std::move(hint));
  }
}

}  // namespace promptctl
