#include "registry/registry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "judge/judge_shape.hpp"
#include "prompt/bundle_manifest.hpp"
#include "prompt/prompt_file.hpp"
#include "registry/project_file.hpp"
#include "registry/registry_names.hpp"
#include "registry/suite_file.hpp"

namespace promptctl {
namespace {

constexpr std::string_view project_path = "promptctl.yaml";
constexpr std::string_view golden_folder = "golden/";
constexpr std::string_view suite_file = "/suite.yaml";

std::string_view between(std::string_view path, std::string_view prefix, std::string_view suffix) {
  return path.substr(prefix.size(), path.size() - prefix.size() - suffix.size());
}

bool is_partial(std::string_view path) {
  return path.substr(path.rfind('/') + 1).starts_with('_');
}

// prompts/support/_tone.prompt is the partial `support/tone`; prompts/_tone.prompt is `tone`.
std::string partial_name(std::string_view path) {
  std::string name(between(path, prompt_root, prompt_extension));
  return name.erase(name.rfind('/') == std::string::npos ? 0 : name.rfind('/') + 1, 1);
}

// Every partial that a template reaches, through other partials as well.
void collect_partials(const Template& parsed, const Partials& known, std::set<std::string>& reached) {
  for (const PartialUse& use : parsed.partials()) {
    const auto partial = known.find(use.name);
    if (partial != known.end() && reached.insert(use.name).second) {
      collect_partials(partial->second, known, reached);
    }
  }
}

}  // namespace

Registry::Registry(const Files& files) : files_(files) {
  for (const std::string& path : files.list("prompts", listing_)) {
    if (path.ends_with(prompt_extension) && is_partial(path)) {
      partial_paths_.push_back(path);
    } else if (path.ends_with(prompt_extension)) {
      prompt_ids_.emplace_back(between(path, prompt_root, prompt_extension));
    }
  }
  for (const std::string& path : files.list("golden", listing_)) {
    if (path.ends_with(suite_file)) {
      suite_ids_.emplace_back(between(path, golden_folder, suite_file));
    }
  }
  std::sort(prompt_ids_.begin(), prompt_ids_.end());
  std::sort(suite_ids_.begin(), suite_ids_.end());
}

void Registry::check_names(Diagnostics& diagnostics) const {
  std::vector<std::string> paths = partial_paths_;
  for (const std::string& path : partial_paths_) {
    check_prompt_name(partial_name(path), path, diagnostics);
  }
  for (const std::string& id : prompt_ids_) {
    paths.push_back(prompt_path(id));
    check_prompt_name(id, paths.back(), diagnostics);
  }
  for (const std::string& id : suite_ids_) {
    paths.push_back(suite_path(id));
    check_suite_name(id, paths.back(), diagnostics);
  }
  check_distinct(paths, diagnostics);
}

void Registry::report_folders(std::string_view folder, Diagnostics& diagnostics) const {
  for (const Diagnostic& fault : listing_.all()) {
    if (fault.where.path().starts_with(folder)) {
      diagnostics.add_once(fault);
    }
  }
}

bool Registry::has_prompt(const std::string& id) const {
  return std::binary_search(prompt_ids_.begin(), prompt_ids_.end(), id);
}

bool Registry::is_empty() const {
  return prompt_ids_.empty() && suite_ids_.empty() && !files_.has(std::string(project_path));
}

Project Registry::read_project(Diagnostics& diagnostics) const {
  const auto source = files_.read(std::string(project_path), diagnostics);
  return source ? promptctl::read_project(source, diagnostics).value_or(default_project()) : default_project();
}

Project ProjectLint::read(const Registry& registry, Diagnostics& diagnostics) {
  return registry.read_project(diagnostics);
}

Project Registry::require_project(Diagnostics& diagnostics) const {
  Diagnostics found;
  Project project = read_project(found);
  if (found.has_errors()) {
    throw FaultyFiles(std::move(found));
  }
  for (const Diagnostic& warning : found.all()) {
    diagnostics.add(warning);
  }
  return project;
}

std::optional<Project> Registry::sound_project() const {
  Diagnostics found;
  Project project = read_project(found);
  return found.has_errors() ? std::nullopt : std::optional(std::move(project));
}

const Registry::PartialFiles& Registry::partials(Diagnostics& diagnostics) {
  if (partials_) {
    return *partials_;
  }
  auto templates = std::make_shared<Partials>();
  PartialFiles read;
  for (const std::string& path : partial_paths_) {
    const auto source = files_.read(path, diagnostics);
    const std::string name = partial_name(path);
    const auto file = source ? promptctl::read_prompt(name, source, diagnostics) : std::nullopt;
    const auto parsed = file ? Template::parse(source, file->body_start, diagnostics) : std::nullopt;
    if (parsed) {
      templates->emplace(name, *parsed);
      read.texts.emplace(name, source->text());
    }
  }
  check_partials(*templates, diagnostics);
  read.templates = std::move(templates);
  return partials_.emplace(std::move(read));
}

std::optional<PromptBundle> Registry::read_prompt(const std::string& id, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  const auto source = files_.read(prompt_path(id), diagnostics);
  const auto prompt = source ? promptctl::read_prompt(id, source, diagnostics) : std::nullopt;
  if (!prompt) {
    return std::nullopt;
  }
  const PartialFiles& known = partials(diagnostics);
  auto renderer = Renderer::compile(*prompt, known.templates, diagnostics);
  if (renderer) {
    judge_shape(*renderer, diagnostics);
  }
  if (!renderer || diagnostics.errors() != errors_before) {
    return std::nullopt;
  }
  BundleText bundle{std::string(source->text()), {}};
  std::vector<std::string> paths{prompt_path(id)};
  std::set<std::string> reached;
  collect_partials(renderer->body(), *known.templates, reached);
  for (const std::string& name : reached) {
    bundle.partials.emplace(name, known.texts.at(name));
    paths.push_back(partial_path(name));
  }
  std::string digest = bundle_digest(manifest_of(bundle));
  return PromptBundle{std::move(*renderer), std::move(bundle), std::move(digest), std::move(paths)};
}

std::optional<Suite> Registry::read_suite(const std::string& id, Diagnostics& diagnostics) const {
  check_suite_name(id, suite_path(id), diagnostics);
  const auto source = files_.read(suite_path(id), diagnostics);
  auto suite = source ? promptctl::read_suite(id, source, diagnostics) : std::nullopt;
  if (suite && !suite->prompt.empty() && !has_prompt(suite->prompt)) {
    const std::vector<std::string_view> known(prompt_ids_.begin(), prompt_ids_.end());
    diagnostics.error("unknown-prompt", suite->prompt_where, fmt::format("there is no prompt `{}`", suite->prompt),
                      did_you_mean(suite->prompt, known));
  }
  return suite;
}

std::string suite_path(const std::string& id) {
  return fmt::format("{}{}{}", golden_folder, id, suite_file);
}

}  // namespace promptctl
