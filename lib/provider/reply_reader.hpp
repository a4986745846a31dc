#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "document/value.hpp"
#include "provider/aws_frames.hpp"
#include "provider/event_stream.hpp"

namespace promptctl {

// One message of an answer: the body, or one event of a stream.
struct ReplyMessage {
  std::string_view name;        // of the event; empty where there is none
  std::string_view text;        // as it came
  std::optional<Value> json;    // none where the text is no JSON
  std::string_view fault = {};  // why there is no message, where bytes were lost or changed on the way
};

// How the messages of a body are told apart.
enum class Framing {
  found,  // by what the body is: one JSON text, or a stream of events
  lines,  // one JSON text a line (ndjson.org)
  frames  // Amazon's event stream, see `AwsFrames`
};

// Reads the body of an answer as what it is, whatever its Content-Type says: a stream of events where its first line is
// one of these, else one JSON text, which events may follow. White space and comments before it are skipped.
class ReplyReader {
 public:
  ReplyReader(Framing framing, std::function<void(const ReplyMessage& message)> on_message);

  void feed(std::string_view bytes);

  // The end of the body; what is still held is reported.
  void finish();

  bool is_stream() const { return form_ != Form::unknown && form_ != Form::json; }

  // Bytes held of a message that has not ended.
  std::size_t held() const { return held_.size() + events_.held() + frames_.held(); }

 private:
  enum class Form { unknown, json, events, lines, frames };

  void event(const StreamEvent& event);
  bool has_begun();
  void find_form();
  void finish_json();
  void frame(const AwsFrame& frame);
  void end_lines();
  void line(std::string_view text);

  std::function<void(const ReplyMessage&)> on_message_;
  EventStream events_;
  AwsFrames frames_;
  bool is_broken_ = false;  // a frame is
  bool has_frames_ = false;
  std::string held_;
  Form form_ = Form::unknown;
  bool at_start_ = true;
};

}  // namespace promptctl
