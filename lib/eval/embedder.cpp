#include "eval/embedder.hpp"

#include <fmt/format.h>

#include <utility>

#include "exchange/response_record.hpp"

namespace promptctl {

void Embedder::embed(const std::vector<std::string>& texts, DataClass data_class,
                     std::function<void(CallOutcome)> done) const {
  using Kind = ProviderError::Kind;
  if (data_class > settings_.max_data_class) {
    done(not_asked(Kind::forbidden,
                   fmt::format("{} data may not be sent to `{}`, which may see {} data", data_class_name(data_class),
                               target_.provider, data_class_name(settings_.max_data_class))));
    return;
  }
  Request request;
  request.task = Task::embedding;
  request.target = target_;
  request.data_class = data_class;
  for (const std::string& text : texts) {
    request.messages.push_back(text_message(Role::user, text));
  }
  const std::string digest = request_digest(request);
  if (auto reply = kept_.find(target_, digest)) {
    reply->cached = true;
    done(*std::move(reply));
    return;
  }
  if (client_ == nullptr) {
    done(not_asked(Kind::not_recorded, "offline, and these embeddings are neither on the cassette nor in the cache"));
    return;
  }
  CallHandlers handlers;
  handlers.done = [this, digest, done = std::move(done)](CallOutcome outcome) {
    if (const auto* response = std::get_if<Response>(&outcome)) {
      kept_.keep(target_, digest, *response);
    }
    done(std::move(outcome));
  };
  client_->submit(request, std::move(handlers));
}

}  // namespace promptctl
