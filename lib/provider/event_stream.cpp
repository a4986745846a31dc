#include "provider/event_stream.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr std::string_view error_name = "error";

// Comments, and fields that say how to connect again.
bool is_skipped(std::string_view field) {
  return field.empty() || field == "id" || field == "retry";
}

}  // namespace

EventStream::EventStream(std::function<void(const StreamEvent& event)> on_event) : on_event_(std::move(on_event)) {}

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

void EventStream::finish() {
  if (!line_.empty()) {
    end_line();
  }
  end_event();
}

void EventStream::end_line() {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  std::string_view line = line_;
  if (std::exchange(at_start_, false) && line.starts_with(byte_order_mark)) {
    line.remove_prefix(byte_order_mark.size());
  }
  const std::string_view field = line.substr(0, line.find(':'));
  std::string_view value = line.substr(std::min(line.size(), field.size() + 1));
  value.remove_prefix(value.starts_with(' ') ? 1 : 0);
  if (line.empty()) {
    end_event();
  } else if (field == "data") {
    add_data(value);
  } else if (field == "event") {
    name_ = value;
  } else if (field == error_name) {
    name_ = error_name;
    add_data(value);
  } else if (!is_skipped(field) && !trim(line).empty()) {
    add_data(line);
  }
  line_.clear();
}

void EventStream::end_event() {
  if (has_data_ || !name_.empty()) {
    on_event_({name_, data_});
  }
  name_.clear();
  data_.clear();
  has_data_ = false;
}

void EventStream::add_data(std::string_view value) {
  data_.append(has_data_ ? "\n" : "").append(value);
  has_data_ = true;
}

}  // namespace promptctl
