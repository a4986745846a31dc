#include "provider/chat_request.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace promptctl {
namespace {

Value part_value(const Part& part) {
  if (const auto* media = std::get_if<MediaPart>(&part)) {
    return map_value()
        .set("type", text_value("image_url"))
        .set("image_url", map_value().set("url", text_value(media->url)));
  }
  return map_value().set("type", text_value("text")).set("text", text_value(std::get<TextPart>(part).text));
}

bool allows_maps(const Value& schema) {
  const Value* type = schema.find("type");
  const auto is_map = [](const Value& name) { return name.text == "object"; };
  return schema.find("properties") != nullptr ||
         (type != nullptr && (is_map(*type) || std::any_of(type->items.begin(), type->items.end(), is_map)));
}

void set_response_format(Value& body, const Request& request, ResponseFormat most) {
  if (!request.json_output || most == ResponseFormat::none) {
    return;
  }
  if (request.output_schema.is_null() || most == ResponseFormat::json_object) {
    body.set("response_format", map_value().set("type", text_value("json_object")));
  } else if (is_sendable_schema(request.output_schema)) {
    Value schema = map_value();
    schema.set("name", text_value("reply"))
        .set("strict", boolean_value(is_strict_schema(request.output_schema)))
        .set("schema", request.output_schema);
    body.set("response_format",
             map_value().set("type", text_value("json_schema")).set("json_schema", std::move(schema)));
  }
}

}  // namespace

std::string_view chat_role_name(Role role) {
  return role == Role::model ? "assistant" : role_name(role);
}

Value chat_messages_value(const std::vector<Message>& messages) {
  Value list = list_value({});
  for (const Message& message : messages) {
    list.items.push_back(
        map_value().set("role", text_value(chat_role_name(message.role))).set("content", content_value(message)));
  }
  return list;
}

bool is_strict_schema(const Value& schema) {
  if (allows_maps(schema)) {
    const Value* properties = schema.find("properties");
    const Value* further = schema.find("additionalProperties");
    const Value* required = schema.find("required");
    const bool closed = further != nullptr && further->kind == Value::Kind::boolean && !further->is_true();
    const std::size_t named = properties == nullptr ? 0 : properties->fields.size();
    if (!closed || (required == nullptr ? 0 : required->items.size()) != named) {
      return false;
    }
  }
  return std::all_of(schema.fields.begin(), schema.fields.end(),
                     [](const Field& field) { return is_strict_schema(field.value); }) &&
         std::all_of(schema.items.begin(), schema.items.end(), is_strict_schema);
}

bool is_sendable_schema(const Value& schema) {
  const Value* type = schema.find("type");
  return type != nullptr && type->text == "object";
}

Value content_value(const Message& message) {
  const bool only_text = std::all_of(message.parts.begin(), message.parts.end(),
                                     [](const Part& part) { return std::holds_alternative<TextPart>(part); });
  if (only_text) {
    return text_value(text_of(message));
  }
  Value parts = list_value({});
  std::transform(message.parts.begin(), message.parts.end(), std::back_inserter(parts.items), part_value);
  return parts;
}

Value chat_request_body(const Request& request, const ChatDialect& dialect) {
  Value body = map_value();
  body.set("model", text_value(request.target.model)).set("messages", chat_messages_value(request.messages));
  set_parameters(body, request.parameters, dialect.parameters);
  set_response_format(body, request, dialect.response_format);
  if (request.stream) {
    body.set("stream", boolean_value(true));
  }
  if (request.stream && dialect.asks_for_usage) {
    body.set("stream_options", map_value().set("include_usage", boolean_value(true)));
  }
  return body;
}

}  // namespace promptctl
