#include "wire/event_stream.hpp"

#include <utility>

namespace promptctl {

EventStream::EventStream(std::function<void(std::string_view data)> on_data) : on_data_(std::move(on_data)) {}

void EventStream::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    if (std::exchange(after_carriage_return_, false) && bytes.front() == '\n') {
      bytes.remove_prefix(1);
      continue;
    }
    const std::size_t end = bytes.find_first_of("\r\n");
    line_ += bytes.substr(0, end);
    if (end == std::string_view::npos) {
      return;
    }
    after_carriage_return_ = bytes[end] == '\r';
    bytes.remove_prefix(end + 1);
    end_line();
  }
}

void EventStream::end_line() {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  std::string_view line = line_;
  if (std::exchange(at_start_, false) && line.starts_with(byte_order_mark)) {
    line.remove_prefix(byte_order_mark.size());
  }
  if (line.empty()) {
    if (std::exchange(has_data_, false)) {
      on_data_(data_);
    }
    data_.clear();
  } else if (line == "data" || line.starts_with("data:")) {
    line.remove_prefix(line == "data" ? 4 : 5);
    line.remove_prefix(line.starts_with(' ') ? 1 : 0);
    data_.append(has_data_ ? "\n" : "").append(line);
    has_data_ = true;
  }
  line_.clear();
}

}  // namespace promptctl
