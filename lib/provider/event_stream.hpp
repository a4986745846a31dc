#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace promptctl {

struct StreamEvent {
  std::string_view name;  // empty where the stream gives none
  std::string_view data;  // its lines joined by '\n'
};

// Splits the bytes of a server-sent event stream (text/event-stream, WHATWG HTML section 9.2) into its events. Pieces
// may be cut anywhere: inside a line, a line break, or a character. A line `error: …`, which llama.cpp's server sends,
// is data of an event with the name `error`; a line without a field's name, which the standard skips, is data too: it
// is an error that lacks the name, or the page of a gateway that gave up.
class EventStream {
 public:
  // `on_event` gets each event that has data or a name.
  explicit EventStream(std::function<void(const StreamEvent& event)> on_event);

  void feed(std::string_view bytes);

  // The end of the body. An event that no blank line ended is reported as the others are: whether it is whole shows in
  // its data.
  void finish();

  // Bytes held of an event that has not ended.
  std::size_t held() const { return line_.size() + data_.size(); }

 private:
  void end_line();
  void end_event();
  void add_data(std::string_view value);

  std::function<void(const StreamEvent&)> on_event_;
  std::string line_;
  std::string name_;
  std::string data_;
  bool has_data_ = false;
  bool after_carriage_return_ = false;
  bool at_start_ = true;
};

}  // namespace promptctl
