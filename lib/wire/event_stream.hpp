#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace promptctl {

// Splits the bytes of a server-sent event stream (text/event-stream, WHATWG HTML section 9.2) into the data of its
// events. Pieces may be cut anywhere: inside a line, a line break, or a character.
class EventStream {
 public:
  // `on_data` gets each event's data, its lines joined by '\n'; events without data are not reported.
  explicit EventStream(std::function<void(std::string_view data)> on_data);

  void feed(std::string_view bytes);

  // Whether bytes of an event that has not ended are held: at the end of the body, a sign of a cut stream.
  bool has_partial_event() const { return !line_.empty() || has_data_; }

  // Bytes held of an event that has not ended.
  std::size_t held() const { return line_.size() + data_.size(); }

 private:
  void end_line();

  std::function<void(std::string_view)> on_data_;
  std::string line_;
  std::string data_;
  bool has_data_ = false;
  bool after_carriage_return_ = false;
  bool at_start_ = true;
};

}  // namespace promptctl
