package nl.sluis.gateway.werkplek;

import nl.sluis.gateway.vorm.OpenPage;
import nl.sluis.gateway.vorm.PageEndpoint;
import nl.sluis.gateway.vorm.Pages;

/// Where pages are counted and hung nowhere.
final class Unhung implements Pages {
  @Override
  public void get(String path, PageEndpoint page) {}

  @Override
  public void post(String path, PageEndpoint page) {}

  @Override
  public void open(String path, OpenPage page) {}

  @Override
  public void openPost(String path, OpenPage page) {}
}
