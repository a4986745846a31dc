#include "provider/reply_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "document/server_json.hpp"

namespace promptctl {
namespace {

constexpr std::array<std::string_view, 5> field_names{"data", "event", "id", "retry", "error"};

bool begins_with_field(std::string_view text) {
  const std::string_view name = text.substr(0, text.find_first_of(":\r\n"));
  return std::find(field_names.begin(), field_names.end(), name) != field_names.end();
}

// Whether more bytes may make it the name of a field.
bool may_begin_with_field(std::string_view text) {
  return std::any_of(field_names.begin(), field_names.end(),
                     [text](std::string_view name) { return name.starts_with(text); });
}

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Without white space and whole lines of comment.
std::string_view without_preamble(std::string_view text) {
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    const std::size_t end = text.find_first_of("\r\n");
    if (!text.starts_with(':') || end == std::string_view::npos) {
      return text;
    }
    text.remove_prefix(end);
  }
}

// Some servers end an event with one line break instead of two: then each line is JSON, and the whole is not.
bool is_json_by_line(const std::vector<std::string_view>& lines) {
  return lines.size() > 1 && std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
           return line == "[DONE]" || parse_server_json(line).has_value();
         });
}

}  // namespace

ReplyReader::ReplyReader(Framing framing, std::function<void(const ReplyMessage& message)> on_message)
    : on_message_(std::move(on_message)),
      events_([this](const StreamEvent& event) { this->event(event); }),
      frames_([this](const AwsFrame& frame) { this->frame(frame); }),
      form_(framing == Framing::lines    ? Form::lines
            : framing == Framing::frames ? Form::frames
                                         : Form::unknown) {}

// What the event is stands in its headers, what it says in its payload: as JSON, {"contentBlockDelta": {…}}. An
// exception is an error of that name.
void ReplyReader::frame(const AwsFrame& frame) {
  const auto header = [&frame](const char* name) {
    const auto found = frame.headers.find(name);
    return found == frame.headers.end() ? std::string() : found->second;
  };
  auto said = parse_server_json(frame.payload);
  if (header(":message-type") == "event") {
    std::optional<Value> message;
    if (said) {
      message = map_value().set(header(":event-type"), *std::move(said));
    }
    on_message_({{}, frame.payload, std::move(message)});
    return;
  }
  const std::string type = header(":exception-type") + header(":error-code");
  const Value* text = said ? said->find("message") : nullptr;
  Value error = map_value();
  error.set("type", text_value(type))
      .set("message", text_value(text == nullptr ? header(":error-message") : text->text));
  on_message_({{}, frame.payload, map_value().set("error", std::move(error))});
}

void ReplyReader::line(std::string_view text) {
  const std::string_view plain = trim(text);
  if (!plain.empty()) {
    on_message_({{}, plain, parse_server_json(plain)});
  }
}

// The lines that have ended.
void ReplyReader::end_lines() {
  std::size_t start = 0;
  for (std::size_t end = held_.find('\n'); end != std::string::npos; end = held_.find('\n', start)) {
    line(std::string_view(held_).substr(start, end - start));
    start = end + 1;
  }
  held_.erase(0, start);
}

void ReplyReader::event(const StreamEvent& event) {
  auto json = parse_server_json(event.data);
  const auto lines = json ? std::vector<std::string_view>() : split(event.data, '\n');
  if (!is_json_by_line(lines)) {
    on_message_({event.name, event.data, std::move(json)});
    return;
  }
  for (const std::string_view line : lines) {
    on_message_({event.name, line, parse_server_json(line)});
  }
}

void ReplyReader::feed(std::string_view bytes) {
  if (form_ == Form::events) {
    events_.feed(bytes);
    return;
  }
  if (form_ == Form::frames && frames_.held() == 0 && !has_frames_ && trim(bytes).starts_with('{')) {
    form_ = Form::json;  // No frame is as long as these letters would say.
  }
  if (form_ == Form::frames) {
    has_frames_ = true;
    if (!frames_.feed(bytes) && !std::exchange(is_broken_, true)) {
      on_message_({{}, {}, std::nullopt, "a frame of the stream is not what its checksum says"});
    }
    return;
  }
  held_ += bytes;
  if (form_ == Form::lines) {
    end_lines();
  } else if (form_ == Form::unknown) {
    find_form();
  }
}

// A byte order mark stands at the very start, and may come in pieces as well.
bool ReplyReader::has_begun() {
  if (at_start_ && (held_.size() >= byte_order_mark.size() || !byte_order_mark.starts_with(held_))) {
    held_.erase(0, held_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    at_start_ = false;
  }
  return !at_start_;
}

void ReplyReader::find_form() {
  if (!has_begun()) {
    return;
  }
  held_.erase(0, held_.size() - without_preamble(held_).size());
  if (begins_with_field(held_) && held_.find_first_of(":\r\n") != std::string::npos) {
    form_ = Form::events;
    events_.feed(std::exchange(held_, {}));
  } else if (!held_.starts_with(':') && !may_begin_with_field(held_)) {
    form_ = Form::json;
  }
}

void ReplyReader::finish() {
  if (form_ == Form::lines) {
    line(std::exchange(held_, {}));
  } else if (form_ == Form::frames) {
    if (!is_broken_ && frames_.held() > 0) {
      on_message_({{}, {}, std::nullopt, "the stream was cut before its end"});
    }
  } else if (form_ != Form::events) {
    finish_json();
  }
  events_.finish();
}

void ReplyReader::finish_json() {
  std::size_t end = 0;
  auto json = parse_server_json_start(held_, end);
  const std::string_view text = held_;
  const std::string_view rest = trim(text.substr(end));
  if (!json || !(rest.empty() || begins_with_field(rest))) {
    on_message_({{}, text, std::nullopt});
    return;
  }
  on_message_({{}, text.substr(0, end), std::move(json)});
  events_.feed(rest);
}

}  // namespace promptctl
