#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "dataset/golden_case.hpp"
#include "exchange/request.hpp"
#include "prompt/prompt_bundle.hpp"
#include "registry/project.hpp"

namespace promptctl::cli {

// What the prompt asks a model for the case, completed by `variables` (NAME=VALUE, in JSON where the prompt's schema
// asks for no text) and the prompt's defaults. Its target is still to be chosen. None after a fault, which is reported.
std::optional<Request> render_request(const PromptBundle& bundle, Case golden,
                                      const std::vector<std::string>& variables, Diagnostics& diagnostics);

// What `--target` means. Throws `Failure` (`bad-target`) where the name has no provider.
Target read_target(const std::string& name);

// The model asked for, else the prompt's, else the project's. Throws `Failure` (`no-target`) without any.
Target choose_target(const std::string& asked, const Prompt& prompt, const Project& project);

// A case without a dataset, for variables of the command line.
Case command_line_case();

// [{"role", "content"}]; a content is a text, or the list of its parts where a message holds media.
Value messages_value(const Request& request);

// The body of the HTTP request that asks the target's provider. Throws `Failure` (`unknown-provider`).
Value request_body(const Request& request, const Project& project);

}  // namespace promptctl::cli
