#include "document/json_lines.hpp"

#include <memory>
#include <optional>
#include <utility>

#include "base/file_text.hpp"
#include "base/text.hpp"
#include "document/json.hpp"

namespace promptctl {

JsonLines::JsonLines(std::string path, ByteStream text, Diagnostics& diagnostics)
    : path_(std::move(path)), text_(std::move(text)), diagnostics_(diagnostics) {}

bool JsonLines::next(Value& value) {
  std::string line;
  while (next_line(line)) {
    if (trim(line).empty()) {
      continue;
    }
    const auto source = std::make_shared<const Source>(path_, std::move(line), line_);
    if (auto read = read_json(source, diagnostics_)) {
      value = std::move(*read);
      return true;
    }
  }
  return false;
}

bool JsonLines::next_line(std::string& line) {
  std::size_t end = buffer_.find('\n', used_);
  while (end == std::string::npos) {
    buffer_.erase(0, std::exchange(used_, 0));
    const std::size_t searched = buffer_.size();
    std::string chunk;
    if (!text_(chunk)) {
      end = buffer_.size();
      break;
    }
    buffer_ += chunk;
    require_record_size(buffer_.size(), path_, line_ + 1);
    end = buffer_.find('\n', searched);
  }
  if (used_ >= buffer_.size()) {
    return false;
  }
  line = buffer_.substr(used_, end - used_);
  used_ = std::min(end + 1, buffer_.size());
  ++line_;
  return true;
}

}  // namespace promptctl
