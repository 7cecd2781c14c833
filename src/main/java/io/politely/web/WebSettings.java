package io.politely.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import politely.templates.StaticTemplates;
import politely.templates.Templates;

/** Plumbing: templates, static files, and what controllers may take and answer. */
@Configuration(proxyBeanMethods = false)
class WebSettings implements WebMvcConfigurer {

  private final Assets assets;
  private final Frames frames;
  private final Answers answers;

  WebSettings(Assets assets, Frames frames, Answers answers) {
    this.assets = assets;
    this.frames = frames;
    this.answers = answers;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(frames);
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.add(answers);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    var versioned = new VersionResourceResolver().addFixedVersionStrategy(assets.version(), "/**");
    var files = registry.addResourceHandler("/assets/**");
    assets.folders().forEach(folder -> files.addResourceLocations(folder));
    files
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(versioned);
  }

  /** The precompiled templates. */
  @Configuration(proxyBeanMethods = false)
  static class TemplateSettings {

    @Bean
    Templates templates() {
      return new StaticTemplates();
    }
  }
}
