#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/known_names.hpp"
#include "ports/files.hpp"
#include "prompt/prompt_bundle.hpp"
#include "registry/project.hpp"
#include "registry/suite.hpp"

namespace promptctl {

class Registry;

// Goes on after the faults of promptctl.yaml with what could be read of it, as only lint may.
class ProjectLint {
 public:
  static Project read(const Registry& registry, Diagnostics& diagnostics);
};

// Reads the files of a registry, each when it is asked for.
class Registry {
 public:
  // `files` must outlive the registry.
  explicit Registry(const Files& files);

  // promptctl.yaml over the defaults; the defaults where there is no such file. An error in it ends the command: throws
  // `FaultyFiles`. Warnings go to `diagnostics`.
  Project require_project(Diagnostics& diagnostics) const;

  // The same for looking at a registry that is not acted on: none when the file has an error.
  std::optional<Project> sound_project() const;

  // Ids of all prompts and suites, sorted.
  const std::vector<std::string>& prompt_ids() const { return prompt_ids_; }
  const std::vector<std::string>& suite_ids() const { return suite_ids_; }

  bool has_prompt(const std::string& id) const;

  // Whether nothing of a registry is here: no promptctl.yaml, no prompt, no suite.
  bool is_empty() const;

  // Reports what of a folder ("prompts", "golden"; "" for both) could not be gone through: it may hide prompts or
  // suites.
  void report_folders(std::string_view folder, Diagnostics& diagnostics) const;

  // Reports every prompt, partial and suite whose name is none (`bad-name`), or another's where case makes no
  // difference (`name-clash`).
  void check_names(Diagnostics& diagnostics) const;

  // None after a fault, or when there is no such prompt.
  std::optional<PromptBundle> read_prompt(const std::string& id, Diagnostics& diagnostics);

  // None when there is no such suite, or its file is no YAML map. After other faults, which are reported, what could be
  // read: its cases can then still be looked at.
  std::optional<Suite> read_suite(const std::string& id, Diagnostics& diagnostics) const;

  const Files& files() const { return files_; }

 private:
  friend class ProjectLint;

  Project read_project(Diagnostics& diagnostics) const;

  struct PartialFiles {
    std::shared_ptr<const Partials> templates;
    std::map<std::string, std::string> texts;
  };

  const PartialFiles& partials(Diagnostics& diagnostics);

  const Files& files_;
  Diagnostics listing_;
  std::vector<std::string> prompt_ids_;
  std::vector<std::string> suite_ids_;
  std::vector<std::string> partial_paths_;
  std::optional<PartialFiles> partials_;
};

std::string suite_path(const std::string& id);

}  // namespace promptctl
