#include "prompt/messages.hpp"

#include <utility>
#include <variant>

#include "base/text.hpp"

namespace promptctl {

MessageBuilder::MessageBuilder(std::vector<Message> history) : history_(std::move(history)) {}

void MessageBuilder::text(std::string_view text) {
  text_ += text;
}

void MessageBuilder::marker(const Marker& marker) {
  std::visit([this](const auto& kind) { accept(kind); }, marker);
}

void MessageBuilder::accept(const RoleMarker& role) {
  end_message();
  current_.role = role.role;
}

void MessageBuilder::accept(const HistoryMarker&) {
  end_message();
  messages_.insert(messages_.end(), history_.begin(), history_.end());
  history_placed_ = true;
  current_.role = Role::model;
}

void MessageBuilder::accept(const SectionMarker&) {
  end_part();
  has_section_ = true;
}

void MessageBuilder::accept(const MediaMarker& media) {
  end_part();
  current_.parts.emplace_back(MediaPart{media.url, media.content_type});
}

void MessageBuilder::end_part() {
  if (!trim(text_).empty()) {
    current_.parts.emplace_back(TextPart{text_});
  }
  text_.clear();
}

void MessageBuilder::end_message() {
  end_part();
  if (!current_.parts.empty() || has_section_) {
    messages_.push_back(std::exchange(current_, Message{}));
  }
  has_section_ = false;
}

void MessageBuilder::insert_history() {
  const bool before_last = !messages_.empty() && messages_.back().role == Role::user;
  messages_.insert(messages_.end() - (before_last ? 1 : 0), history_.begin(), history_.end());
}

std::vector<Message> MessageBuilder::finish() {
  end_message();
  if (!history_placed_) {
    insert_history();
  }
  std::erase_if(messages_, [](const Message& message) { return message.parts.empty(); });
  return std::move(messages_);
}

}  // namespace promptctl
