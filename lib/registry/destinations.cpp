#include "registry/destinations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "document/json.hpp"

namespace promptctl {
namespace {

bool is_beside_project(const std::string& ca_file) {
  return !ca_file.empty() && !ca_file.starts_with('/');
}

// What a key of an entry says; empty where it says nothing.
std::string written_at(const Value& entry, const std::string& key) {
  const Value* value = entry.find(key);
  return value == nullptr ? std::string() : canonical_json(*value);
}

// Adds the keys of `entry` that `other` has otherwise, or not.
void add_differing(const Value& entry, const Value& other, std::vector<std::string>& keys) {
  for (const Field& field : entry.fields) {
    const bool is_known = std::find(keys.begin(), keys.end(), field.name) != keys.end();
    if (!is_known && written_at(entry, field.name) != written_at(other, field.name)) {
      keys.push_back(field.name);
    }
  }
}

std::vector<std::string> differing_keys(const ProviderSettings& proposed, const ProviderSettings& agreed) {
  std::vector<std::string> keys;
  add_differing(proposed.entry, agreed.entry, keys);
  add_differing(agreed.entry, proposed.entry, keys);
  if (keys.empty() && proposed.certificates != agreed.certificates) {
    keys.push_back(fmt::format("the bytes of {}", agreed.ca_file));
  }
  return keys;
}

void bar(ProviderSettings& settings, const std::string& why) {
  settings.base_url.clear();
  settings.api_key.clear();
  settings.headers.clear();
  settings.proxy.clear();
  settings.barred = why;
}

}  // namespace

void read_certificates(ProjectTree tree) {
  for (auto& [name, settings] : tree.project.providers) {
    if (!is_beside_project(settings.ca_file)) {
      continue;
    }
    Diagnostics faults;
    const auto source = tree.files.read(settings.ca_file, faults);
    if (source && !source->text().empty()) {
      settings.certificates = source->text();
    } else {
      settings.barred = fmt::format("the certificates `{}` can't be read: {}", settings.ca_file,
                                    faults.has_errors() ? faults.all().front().message
                                    : source            ? "the file is empty"
                                                        : "there is no such file");
    }
  }
}

std::vector<DestinationChange> destination_changes(const Project& proposed, const Project& agreed) {
  std::vector<DestinationChange> changes;
  for (const auto& [name, settings] : proposed.providers) {
    const auto known = agreed.providers.find(name);
    if (known == agreed.providers.end()) {
      changes.push_back({name, {}, {}});
      continue;
    }
    std::vector<std::string> keys = differing_keys(settings, known->second);
    if (!keys.empty()) {
      changes.push_back({name, std::move(keys), known->second.base_url});
    }
  }
  return changes;
}

void take_destinations(Project& proposed, const Project& agreed, const std::string& why) {
  for (auto& [name, settings] : proposed.providers) {
    const auto known = agreed.providers.find(name);
    if (known == agreed.providers.end()) {
      bar(settings, why);
    } else {
      const Location where = settings.where;
      settings = known->second;
      settings.where = where;
    }
  }
}

}  // namespace promptctl
