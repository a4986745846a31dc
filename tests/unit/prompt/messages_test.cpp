#include "prompt/messages.hpp"

#include <variant>

#include "tests/support/catch.hpp"

using promptctl::HistoryMarker;
using promptctl::Marker;
using promptctl::MediaMarker;
using promptctl::Message;
using promptctl::MessageBuilder;
using promptctl::Part;
using promptctl::Role;
using promptctl::RoleMarker;
using promptctl::SectionMarker;

namespace {

using Piece = std::variant<std::string, Marker>;

const Marker system_role = RoleMarker{Role::system};
const Marker user_role = RoleMarker{Role::user};
const Marker model_role = RoleMarker{Role::model};
const Marker history = HistoryMarker{};
const Marker photo = MediaMarker{"http://x/p.png", "image/png"};

const std::vector<Message> no_history;
const std::vector<Message> chat{text_message(Role::user, "Hello"), text_message(Role::model, "Hi")};

// "role: part | part" a line, white space visible.
std::string conversation(const std::vector<Piece>& pieces, const std::vector<Message>& before = no_history) {
  MessageBuilder builder(before);
  for (const Piece& piece : pieces) {
    if (const auto* text = std::get_if<std::string>(&piece)) {
      builder.text(*text);
    } else {
      builder.marker(std::get<Marker>(piece));
    }
  }
  std::string shown;
  for (const Message& message : builder.finish()) {
    shown += role_name(message.role);
    const char* before_part = ": ";
    for (const Part& part : message.parts) {
      shown += std::exchange(before_part, " | ");
      const auto* media = std::get_if<promptctl::MediaPart>(&part);
      shown += media == nullptr ? "'" + std::get<promptctl::TextPart>(part).text + "'"
                                : "<" + media->url + " " + media->content_type + ">";
    }
    shown += "; ";
  }
  return shown;
}

}  // namespace

TEST_CASE("text without a role is the user's, as it is written") {
  CHECK(conversation({" a\n", "b "}) == "user: ' a\nb '; ");
  CHECK(conversation({}).empty());
  CHECK(conversation({" \n"}).empty());
}

TEST_CASE("a role begins a message where something stands before it, else it renames the one at hand") {
  CHECK(conversation({system_role, "s\n", user_role, "u"}) == "system: 's\n'; user: 'u'; ");
  CHECK(conversation({" \n", system_role, "\n", model_role, "m"}) == "model: 'm'; ");
  CHECK(conversation({user_role, "a", user_role, "b"}) == "user: 'a'; user: 'b'; ");
  CHECK(conversation({"a", system_role, " ", user_role}) == "user: 'a'; ");
}

TEST_CASE("media and sections divide a message into parts, and white space alone is none") {
  CHECK(conversation({"see ", photo, " \n", photo, "!"}) ==
        "user: 'see ' | <http://x/p.png image/png> | <http://x/p.png image/png> | '!'; ");
  CHECK(conversation({SectionMarker{"a"}, "\nA\n", SectionMarker{"b"}, "\nB\n"}) == "user: '\nA\n' | '\nB\n'; ");
  CHECK(conversation({system_role, SectionMarker{"a"}, " ", user_role, "u"}) == "user: 'u'; ");
  CHECK(conversation({photo, system_role, "s"}) == "user: <http://x/p.png image/png>; system: 's'; ");
}

TEST_CASE("the history stands where it is asked for, and what follows without a role is the model's") {
  CHECK(conversation({system_role, "s", history, "\n", user_role, "u"}, chat) ==
        "system: 's'; user: 'Hello'; model: 'Hi'; user: 'u'; ");
  CHECK(conversation({"u", history, "m"}, chat) == "user: 'u'; user: 'Hello'; model: 'Hi'; model: 'm'; ");
  CHECK(conversation({system_role, "s", history, user_role, "u"}) == "system: 's'; user: 'u'; ");
}

TEST_CASE("a history that is not asked for stands before the user's last message, else at the end") {
  CHECK(conversation({system_role, "s", user_role, "u"}, chat) ==
        "system: 's'; user: 'Hello'; model: 'Hi'; user: 'u'; ");
  CHECK(conversation({system_role, "s"}, chat) == "system: 's'; user: 'Hello'; model: 'Hi'; ");
  CHECK(conversation({"u"}, chat) == "user: 'Hello'; model: 'Hi'; user: 'u'; ");
  CHECK(conversation({}, chat) == "user: 'Hello'; model: 'Hi'; ");
  CHECK(conversation({"u", system_role, SectionMarker{"s"}}, chat) == "user: 'u'; user: 'Hello'; model: 'Hi'; ");
  CHECK(conversation({"u", model_role, "m"}, chat) == "user: 'u'; model: 'm'; user: 'Hello'; model: 'Hi'; ");
}
